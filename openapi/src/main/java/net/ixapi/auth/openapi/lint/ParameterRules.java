package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Places.PARAMETERS;
import static net.ixapi.auth.openapi.lint.Places.operations;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class ParameterRules {
    private static final Set<String> PLACES = Set.of("path", "query", "header", "cookie");
    private static final Set<String> PLAIN_STYLES = Set.of("form", "simple");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    static final List<Rule> RULES = List.of(
            // Every parameter is in the path, the query, a header or a cookie.
            PARAMETERS
                    .where(parameter -> !PLACES.contains(parameter.text("in")))
                    .refuse("is in none of path, query, header and cookie"),
            // Every parameter has a schema, not content.
            PARAMETERS
                    .where(parameter -> !parameter.property("schema").exists())
                    .refuse(parameter -> parameter.property("content").exists()
                            ? "content of a parameter is not supported by the templates: use a schema"
                            : "has no schema"),
            // Every parameter has the style that OpenAPI gives it where none is
            // named: form in the query and in cookies, else simple.
            PARAMETERS
                    .at("style")
                    .where(style -> !PLAIN_STYLES.contains(style.text()))
                    .refuse(style -> "style " + style.text() + " is not supported by the templates: use "
                            + plainStyle(style.parent().text("in"))),
            // No parameter is an object, or a list of objects.
            PARAMETERS
                    .at("schema")
                    .where(schema -> SchemaParts.areObject(schema)
                            || SchemaParts.keyword(schema, "items").anyMatch(SchemaParts::areObject))
                    .refuse("objects as parameters are not supported by the templates"),
            // No cookie holds a list: a cookie cannot have the commas between its items (RFC 6265, section 4.1.1).
            PARAMETERS
                    .where(parameter -> parameter.text("in").equals("cookie"))
                    .at("schema")
                    .where(schema -> SchemaParts.hasType(schema, "array"))
                    .refuse("a list in a cookie is not supported by the templates: use a query parameter or a header"),
            // Each variable of a path template is a path parameter of every operation under it.
            ofEachOperation(operation -> variables(operation)
                    .filter(variable -> pathParameters(operation)
                            .noneMatch(parameter -> parameter.text("name").equals(variable)))
                    .map(variable -> operation.place().finding("has no path parameter " + variable))),
            // Each path parameter is a variable of the path template.
            ofEachOperation(operation -> pathParameters(operation)
                    .filter(parameter -> variables(operation).noneMatch(parameter.text("name")::equals))
                    .map(parameter -> parameter.finding("is not in the path " + operation.path()))),
            // Each path parameter is required.
            PARAMETERS
                    .where(parameter -> parameter.text("in").equals("path") && !parameter.isTrue("required"))
                    .refuse("is a path parameter: it must have required: true"),
            // No path has a percent-encoded character: the generated server answers it with 404.
            operations(operation -> operation.path().contains("%"))
                    .each(operation -> Stream.of(operation.parent()))
                    .refuse(
                            "percent-encoding in a path is not supported by the server: use characters that need none"));

    private ParameterRules() {}

    private static Rule ofEachOperation(Function<Operation, Stream<Finding>> findings) {
        return document -> document.operations().stream().flatMap(findings);
    }

    private static String plainStyle(String in) {
        return in.equals("query") || in.equals("cookie") ? "form" : "simple";
    }

    private static Stream<String> variables(Operation operation) {
        return VARIABLE.matcher(operation.path()).results().map(match -> match.group(1));
    }

    private static Stream<Place> pathParameters(Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.text("in").equals("path"));
    }
}
