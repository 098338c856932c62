package net.ixapi.auth.openapi.lint;

import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class ParameterRules {
    private static final Set<String> PLACES = Set.of("path", "query", "header", "cookie");
    private static final Set<String> PLAIN_STYLES = Set.of("form", "simple");

    private ParameterRules() {}

    /** Every parameter is in the path, the query, a header or a cookie. */
    static Stream<Finding> parametersAreInAKnownPlace(Document document) {
        return parameters(document)
                .map(parameter -> parameter.property("in"))
                .filter(in -> !PLACES.contains(in.text()))
                .map(in -> in.parent().finding("is in none of path, query, header and cookie"));
    }

    /** Every parameter has a schema, not content. */
    static Stream<Finding> parametersHaveASchema(Document document) {
        return parameters(document)
                .filter(parameter -> !parameter.property("schema").exists())
                .map(parameter -> parameter.finding(
                        parameter.property("content").exists()
                                ? "content of a parameter is not supported by the templates: use a schema"
                                : "has no schema"));
    }

    /** Every parameter has the style that OpenAPI gives it where none is named: form in the query and in cookies, else simple. */
    static Stream<Finding> parametersHaveAPlainStyle(Document document) {
        return parameters(document)
                .map(parameter -> parameter.property("style"))
                .filter(style -> style.exists() && !PLAIN_STYLES.contains(style.text()))
                .map(style -> style.finding("style " + style.text() + " is not supported by the templates: use "
                        + plainStyle(style.parent().property("in").text())));
    }

    private static String plainStyle(String in) {
        return in.equals("query") || in.equals("cookie") ? "form" : "simple";
    }

    /** No parameter is an object, or a list of objects. */
    static Stream<Finding> parametersAreNoObjects(Document document) {
        return parameters(document)
                .map(parameter -> parameter.property("schema"))
                .filter(schema -> SchemaParts.areObject(schema)
                        || SchemaParts.keyword(schema, "items").anyMatch(SchemaParts::areObject))
                .map(schema -> schema.finding("objects as parameters are not supported by the templates"));
    }

    /** No cookie holds a list: its items would have commas between them, which a cookie cannot have (RFC 6265, section 4.1.1). */
    static Stream<Finding> cookiesHoldNoLists(Document document) {
        return parameters(document)
                .filter(parameter -> parameter.property("in").text().equals("cookie"))
                .map(parameter -> parameter.property("schema"))
                .filter(schema -> NumberRules.hasType(schema, "array"))
                .map(schema -> schema.finding(
                        "a list in a cookie is not supported by the templates: use a query parameter or a header"));
    }

    private static Stream<Place> parameters(Document document) {
        // A reference that leads nowhere is a finding of its own.
        return document.operations().stream()
                .map(Operation::parameters)
                .flatMap(parameters -> parameters.stream().filter(Place::exists));
    }
}
