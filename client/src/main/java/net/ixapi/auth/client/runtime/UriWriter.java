package net.ixapi.auth.client.runtime;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.net.PercentCodec;

/** Writes where on the server a request goes: the base's path, the path with its places filled, the query. Immutable. */
final class UriWriter {
    /** A place to be filled, or what stands between two of them. */
    private static final Pattern PART = Pattern.compile("\\{([^{}]+)}|[^{]+|\\{");
    /** RFC 3986, section 3.3: what may stand in a segment as it is. */
    private static final Pattern NOT_LITERAL = Pattern.compile("[^A-Za-z0-9\\-._~!$&'()*+,;=:@]+");

    private final String basePath;
    private final Json json;

    UriWriter(URI baseUri, Json json) {
        this.basePath = baseUri.getRawPath().replaceFirst("/+$", "");
        this.json = json;
    }

    String write(ApiRequest<?> request) {
        String path = request.operation.fixedPath ? request.operation.path : path(request);
        String query = request.query.isEmpty() ? "" : query(request.query);
        String address = basePath + path;
        return query.isEmpty() ? address : address + "?" + query;
    }

    private String path(ApiRequest<?> request) {
        return Arrays.stream(request.operation.path.split("/", -1))
                .map(template -> segment(template, request.path))
                .collect(Collectors.joining("/"));
    }

    /** In one pass, so that a value is never taken for a place. */
    private String segment(String template, Map<String, Object> values) {
        String segment = PART.matcher(template)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) == null ? literal(part.group()) : value(part.group(1), values)));
        if (segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("The path parameter " + template + " must not be '.' or '..'");
        }
        return segment;
    }

    private static String literal(String text) {
        return NOT_LITERAL.matcher(text).replaceAll(part -> PercentCodec.RFC3986.encode(part.group()));
    }

    /** Without a value another resource would be addressed. */
    private String value(String name, Map<String, Object> values) {
        Object value = values.get(name);
        String text = value == null ? "" : encoded(json.texts(value));
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The path parameter {" + name + "} must not be empty");
        }
        return text;
    }

    private String query(List<Map.Entry<String, Object>> parameters) {
        return parameters.stream()
                .flatMap(parameter -> parameter(parameter.getKey(), json.texts(parameter.getValue())))
                .collect(Collectors.joining("&"));
    }

    /** RFC 6570, section 3.2.1: a list without items is no value. */
    private static Stream<String> parameter(String name, List<String> texts) {
        return texts.isEmpty() ? Stream.of() : Stream.of(PercentCodec.RFC3986.encode(name) + "=" + encoded(texts));
    }

    /** A comma between items is not encoded, one within an item is. */
    private static String encoded(List<String> texts) {
        return texts.stream().map(PercentCodec.RFC3986::encode).collect(Collectors.joining(","));
    }
}
