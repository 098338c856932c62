package net.ixapi.auth.openapi.lint;

import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class SchemaRules {
    static final List<Rule> RULES = List.of(
            // No schema says what values are not: no annotation of a model can say that.
            Rule.refuse("not", not -> true, not -> "not is not supported by the templates: describe what is allowed"),
            // Every oneOf and anyOf has a discriminator: generated code could not tell which schema a value has.
            Rule.refuse(
                    document -> Stream.of("oneOf", "anyOf").flatMap(document.root()::uses),
                    alternatives ->
                            !alternatives.parent().property("discriminator").exists(),
                    alternatives -> alternatives.name()
                            + " without a discriminator is not supported by the templates: add one, or use a single schema"),
            // No schema is a part of itself by allOf.
            Rule.refuse(
                    "allOf",
                    allOf -> allOf.items().stream()
                            .flatMap(SchemaParts::of)
                            .map(Place::pointer)
                            .anyMatch(allOf.parent().pointer()::equals),
                    allOf -> "makes the schema a part of itself: remove that reference"));

    private SchemaRules() {}
}
