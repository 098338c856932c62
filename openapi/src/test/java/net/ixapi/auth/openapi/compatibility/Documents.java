package net.ixapi.auth.openapi.compatibility;

import java.util.List;
import net.ixapi.auth.openapi.document.Document;

/** Small documents, and the changes between two of them. */
final class Documents {
    private Documents() {}

    /** All changes, each as its verdict and its name. */
    static List<String> changes(String was, String is) {
        return Comparison.changes(Document.parse(was, "released.yaml"), Document.parse(is, "document.yaml")).stream()
                .map(change -> (change.isCompatible() ? "compatible " : "incompatible ") + change.name())
                .toList();
    }

    /** A document with one operation that takes and gives a schema, {@code /components/schemas/Thing}. */
    static String withSchema(String thing) {
        return withOperation("""
                put:
                      operationId: putThing
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                      responses:
                        '200': {description: The thing., content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
                """) + "    Thing: " + thing + "\n";
    }

    /** A document with one path, {@code /things}. */
    static String withOperation(String pathItem) {
        return """
                openapi: 3.0.3
                info: {title: Things, version: 1.0.0}
                servers: [{url: /api}]
                paths:
                  /things:
                    %scomponents:
                  securitySchemes:
                    bearer: {type: http, scheme: bearer}
                    key: {type: apiKey, in: header, name: Key}
                  parameters:
                    limit: {name: limit, in: query, schema: {type: integer}}
                  schemas:
                    Word: {type: string, maxLength: 9}
                    Number: {type: integer}
                """.formatted(pathItem);
    }
}
