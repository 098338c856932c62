package net.ixapi.auth.client.runtime;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.net.PercentCodec;

/** Writes where below the base address a request goes: the path with its places filled, and the query. */
final class UriWriter {
    /** A place to be filled, or what may not stand in a segment as it is (RFC 3986, section 3.3). */
    private static final Pattern REPLACED = Pattern.compile("\\{([^{}]+)}|[^A-Za-z0-9\\-._~!$&'()*+,;=:@]");

    private UriWriter() {}

    static String pathAndQuery(ApiRequest<?> request) {
        String path = request.operation.path;
        if (!request.operation.fixedPath) {
            path = Arrays.stream(path.split("/", -1))
                    .map(template -> segment(template, request.path))
                    .collect(Collectors.joining("/"));
        }
        if (request.query.isEmpty()) {
            return path;
        }
        String query = request.query.stream().flatMap(UriWriter::parameter).collect(Collectors.joining("&"));
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    /** In one pass, so that a value is never taken for a place. */
    private static String segment(String template, Map<String, Object> values) {
        String segment = REPLACED.matcher(template)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group(1) == null
                                ? PercentCodec.RFC3986.encode(part.group())
                                : value(part.group(1), values)));
        if (segment.equals(".") || segment.equals("..")) {
            throw new IllegalArgumentException("The path parameter " + template + " must not be '.' or '..'");
        }
        return segment;
    }

    /** Without a value another resource would be addressed. */
    private static String value(String name, Map<String, Object> values) {
        Object value = values.get(name);
        String text = value == null ? "" : encoded(Json.texts(value));
        if (text.isEmpty()) {
            throw new IllegalArgumentException("The path parameter {" + name + "} must not be empty");
        }
        return text;
    }

    /** RFC 6570, section 3.2.1: a list without items is no value. */
    private static Stream<String> parameter(Map.Entry<String, Object> parameter) {
        List<String> texts = Json.texts(parameter.getValue());
        return texts.isEmpty()
                ? Stream.of()
                : Stream.of(PercentCodec.RFC3986.encode(parameter.getKey()) + "=" + encoded(texts));
    }

    /** A comma between items is not encoded, one within an item is. */
    private static String encoded(List<String> texts) {
        return texts.stream().map(PercentCodec.RFC3986::encode).collect(Collectors.joining(","));
    }
}
