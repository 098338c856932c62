package net.ixapi.auth.openapi.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

/** What only our own contract is expected to have. */
final class HouseRules {
    private static final Pattern SECRET = Pattern.compile("(secret|token|password|key)$", Pattern.CASE_INSENSITIVE);

    static final List<Rule> RULES = List.of(
            // Every operation has a tag.
            Rule.refuseOperations(
                    operation -> tags(operation.place()).findAny().isEmpty(), Operation::place, "has no tag"),
            // Every tag of an operation is declared in the document's list of tags.
            document -> document.operations().stream()
                    .flatMap(operation -> tags(operation.place()))
                    .filter(tag -> tags(document.root())
                            .noneMatch(
                                    declared -> declared.property("name").text().equals(tag.text())))
                    .map(tag -> tag.finding("is not declared in the tags of the document: " + tag.text())),
            // Every operation and every parameter has a description.
            described(document -> document.operations().stream().map(Operation::place)),
            described(document -> document.operations().stream()
                    .flatMap(operation -> operation.parameters().stream())
                    .filter(Place::exists)),
            // Every schema that has a name, and every schema of a body, has one.
            described(document -> Stream.concat(
                    document.components("schemas").stream(),
                    mediaTypes(document)
                            .map(mediaType -> mediaType.property("schema"))
                            .filter(Place::exists))),
            // Every property has one, wherever the schema stands that has it.
            described(HouseRules::properties),
            // Every content of a request body and of a response has an example.
            Rule.refuse(
                    HouseRules::mediaTypes,
                    mediaType -> !mediaType.property("example").exists()
                            && mediaType.property("examples").properties().isEmpty(),
                    mediaType -> "has no example"),
            ExampleRules::unfitExamples,
            ProblemRules::errorsThatAreNoProblems,
            // No optional property may be null: its model would need a library that the client does not bring.
            Rule.refuse(
                    HouseRules::properties,
                    property -> property.target().property("nullable").text().equals("true")
                            && property.parent().parent().property("required").items().stream()
                                    .noneMatch(required -> required.text().equals(property.name())),
                    property -> "is optional and may be null, for which its model would need"
                            + " org.openapitools:jackson-databind-nullable, and so would all users of the client:"
                            + " make it required, or leave nullable out"),
            // Every text whose name ends in secret, token, password or key has x-secret: true, which keeps it out of
            // logs, or x-secret: false. Clients that other generators make fail where it has format: password.
            Rule.refuse(
                    HouseRules::properties,
                    property -> SECRET.matcher(property.name()).find()
                            && SchemaParts.hasType(property, "string")
                            && SchemaParts.keyword(property, "x-secret")
                                    .findAny()
                                    .isEmpty(),
                    property -> "is named as a secret: add x-secret: true, or false if it is none"),
            HouseRules::unusedComponents);

    private HouseRules() {}

    private static Stream<Place> tags(Place place) {
        return place.property("tags").items().stream();
    }

    private static Stream<Place> mediaTypes(Document document) {
        return document.operations().stream().flatMap(Operation::mediaTypes);
    }

    private static Stream<Place> properties(Document document) {
        return document.root().uses("properties").flatMap(properties -> properties.properties().stream());
    }

    /** A reference has the description of what it names, and cannot have another. */
    private static Rule described(Function<Document, Stream<Place>> places) {
        return Rule.refuse(
                places,
                place -> !place.isReference() && place.property("description").isBlank(),
                place -> "has no description");
    }

    /** Every component is used by an operation, perhaps by way of others. Security schemes, which no $ref names, are left out. */
    private static Stream<Finding> unusedComponents(Document document) {
        Set<String> used = used(document);
        return document.root().property("components").properties().stream()
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
