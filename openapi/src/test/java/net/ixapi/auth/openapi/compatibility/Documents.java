package net.ixapi.auth.openapi.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.ixapi.auth.openapi.document.Document;

/** Small documents, and the changes between two of them. */
final class Documents {
    private Documents() {}

    /** All changes. */
    static List<String> changes(Path folder, String was, String is) throws IOException {
        Contract released = Contract.read(Files.writeString(folder.resolve("released.yaml"), was));
        Contract document = Contract.read(Files.writeString(folder.resolve("document.yaml"), is));
        return shown(Comparison.changes(released, document));
    }

    /** The changes to schemas: quick, because openapi-diff has no part in them. */
    static List<String> schemaChanges(String was, String is) {
        Changes changes = new Changes();
        OperationPair.byKey(Document.parse(was, "released.yaml"), Document.parse(is, "document.yaml"))
                .values()
                .forEach(operation -> new MessageComparison(changes, operation).compare());
        return shown(changes.all());
    }

    /** Each change as its verdict and its name. */
    private static List<String> shown(List<Change> changes) {
        return changes.stream()
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
