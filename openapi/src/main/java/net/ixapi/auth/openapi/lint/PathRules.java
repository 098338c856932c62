package net.ixapi.auth.openapi.lint;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;

final class PathRules {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private PathRules() {}

    /** Each variable of a path template is a path parameter of every operation under it. */
    static Stream<Finding> pathParametersAreDescribed(Document document) {
        return document.operations().stream()
                .flatMap(operation -> variables(operation)
                        .filter(variable -> !parameterNames(operation).contains(variable))
                        .map(variable -> operation.place().finding("has no path parameter " + variable)));
    }

    /** Each path parameter is a variable of the path template. */
    static Stream<Finding> pathParametersAreInThePath(Document document) {
        return document.operations().stream()
                .flatMap(operation -> pathParameters(operation)
                        .filter(parameter -> variables(operation).noneMatch(name(parameter)::equals))
                        .map(parameter -> parameter.finding("is not in the path " + operation.path())));
    }

    /** Each path parameter is required. */
    static Stream<Finding> pathParametersAreRequired(Document document) {
        return document.operations().stream()
                .flatMap(PathRules::pathParameters)
                .filter(parameter -> !parameter.property("required").text().equals("true"))
                .map(parameter -> parameter.finding("is a path parameter: it must have required: true"));
    }

    /** No path has a percent-encoded character: the generated server answers it with 404. */
    static Stream<Finding> pathsAreNotEncoded(Document document) {
        return document.operations().stream()
                .filter(operation -> operation.path().contains("%"))
                .map(
                        operation -> operation
                                .place()
                                .parent()
                                .finding(
                                        "percent-encoding in a path is not supported by the server: use characters that need none"));
    }

    private static Stream<String> variables(Operation operation) {
        return VARIABLE.matcher(operation.path()).results().map(match -> match.group(1));
    }

    private static Stream<Place> pathParameters(Operation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.property("in").text().equals("path"));
    }

    private static Set<String> parameterNames(Operation operation) {
        return pathParameters(operation).map(PathRules::name).collect(Collectors.toSet());
    }

    private static String name(Place parameter) {
        return parameter.property("name").text();
    }
}
