package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Places.MEDIA_TYPES;
import static net.ixapi.auth.openapi.lint.Places.OPERATIONS;
import static net.ixapi.auth.openapi.lint.Places.PARAMETERS;
import static net.ixapi.auth.openapi.lint.Places.PROPERTIES;
import static net.ixapi.auth.openapi.lint.Places.SCHEMAS;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/** What only our own contract is expected to have. */
final class HouseRules {
    private static final Pattern SECRET = Pattern.compile("(secret|token|password|key)$", Pattern.CASE_INSENSITIVE);

    static final List<Rule> RULES = List.of(
            // Every operation has a tag.
            OPERATIONS
                    .where(operation -> operation.property("tags").items().isEmpty())
                    .refuse("has no tag"),
            // Every tag of an operation is declared in the document's list of tags.
            document -> OPERATIONS
                    .each(operation -> operation.items("tags"))
                    .where(tag -> document.root()
                            .items("tags")
                            .noneMatch(declared -> declared.text("name").equals(tag.text())))
                    .refuse(tag -> "is not declared in the tags of the document: " + tag.text())
                    .findings(document),
            // Every operation, every parameter, every schema that has a name or
            // is that of a body, and every property has a description.
            described(OPERATIONS),
            described(PARAMETERS),
            described(SCHEMAS),
            described(MEDIA_TYPES.at("schema")),
            described(PROPERTIES),
            // Every content of a request body and of a response has an example.
            MEDIA_TYPES
                    .where(mediaType -> !mediaType.property("example").exists()
                            && mediaType.property("examples").properties().isEmpty())
                    .refuse("has no example"),
            ExampleRules::unfitExamples,
            ProblemRules::errorsThatAreNoProblems,
            // No optional property may be null: its model would need a library that the client does not bring.
            PROPERTIES
                    .where(property -> property.target().isTrue("nullable")
                            && property.parent()
                                    .parent()
                                    .items("required")
                                    .noneMatch(required -> required.text().equals(property.name())))
                    .refuse("is optional and may be null, for which its model would need"
                            + " org.openapitools:jackson-databind-nullable, and so would all users of the client:"
                            + " make it required, or leave nullable out"),
            // Every text whose name ends in secret, token, password or key has x-secret: true, which keeps it out of
            // logs, or x-secret: false. Clients that other generators make fail where it has format: password.
            PROPERTIES
                    .where(property -> SECRET.matcher(property.name()).find()
                            && SchemaParts.hasType(property, "string")
                            && SchemaParts.keyword(property, "x-secret")
                                    .findAny()
                                    .isEmpty())
                    .refuse("is named as a secret: add x-secret: true, or false if it is none"),
            HouseRules::unusedComponents);

    private HouseRules() {}

    /** A reference has the description of what it names, and cannot have another. */
    private static Rule described(Places places) {
        return places.where(place ->
                        !place.isReference() && place.text("description").isBlank())
                .refuse("has no description");
    }

    /** Every component is used by an operation, perhaps by way of others. Security schemes, which no $ref names, are left out. */
    private static Stream<Finding> unusedComponents(Document document) {
        Set<String> used = used(document);
        return document.root()
                .properties("components")
                .filter(kind -> !kind.name().equals("securitySchemes"))
                .flatMap(kind -> kind.properties().stream())
                .filter(component ->
                        used.stream().noneMatch(place -> (place + "/").startsWith(component.pointer() + "/")))
                .map(component -> component.finding("is not used"));
    }

    /** All that is referred to from the paths, by way of whatever else. */
    private static Set<String> used(Document document) {
        Set<String> used = new HashSet<>();
        Deque<Place> next = new ArrayDeque<>(List.of(document.root().property("paths")));
        while (!next.isEmpty()) {
            next.pop()
                    .uses("$ref")
                    .map(reference -> reference.parent().referred())
                    .filter(place -> used.add(place.pointer()))
                    .forEach(next::push);
        }
        return used;
    }
}
