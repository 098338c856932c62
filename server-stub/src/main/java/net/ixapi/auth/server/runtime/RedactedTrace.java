package net.ixapi.auth.server.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * A failure for the log: classes, messages, stacks and causes. A message may quote the request, whose credentials and tokens
 * belong in no log, so whatever a message has in common with the request is masked.
 */
final class RedactedTrace {
    /** No credential is shorter. Shorter runs are common to any two texts. */
    private static final int MIN_MASKED = 6;

    private static final int MAX_MESSAGE = 2000;

    private RedactedTrace() {}

    static String of(Throwable failure, Context context) {
        String sent = sent(context).collect(Collectors.joining("\n"));
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return Stream.iterate(failure, cause -> cause != null && seen.add(cause), Throwable::getCause)
                .map(cause -> text(cause, sent))
                .collect(Collectors.joining("\nCaused by: "));
    }

    private static String text(Throwable failure, String sent) {
        String message = failure.getMessage();
        String first = failure.getClass().getName() + (message == null ? "" : ": " + masked(message, sent));
        return Stream.concat(Stream.of(first), Arrays.stream(failure.getStackTrace()))
                .map(String::valueOf)
                .collect(Collectors.joining("\n\tat "));
    }

    private static String masked(String message, String sent) {
        StringBuilder masked = new StringBuilder(message.substring(0, Math.min(MAX_MESSAGE, message.length())));
        for (int i = 0; i + MIN_MASKED <= masked.length(); i++) {
            if (sent.contains(message.substring(i, i + MIN_MASKED))) {
                masked.replace(i, i + MIN_MASKED, "*".repeat(MIN_MASKED));
            }
        }
        return masked.toString().replaceAll("\\*+", "*");
    }

    /** All values that a client chose, raw and decoded. */
    private static Stream<String> sent(Context context) {
        String authorization = context.header(Header.AUTHORIZATION);
        byte[] body = RequestBodyReader.alreadyRead(context);
        return Stream.of(
                        Stream.of(context.path(), String.valueOf(context.queryString())),
                        Collections.list(context.req().getHeaderNames()).stream()
                                .flatMap(name -> Collections.list(context.req().getHeaders(name)).stream()),
                        authorization == null ? Stream.<String>of() : credentials(authorization),
                        body == null ? Stream.<String>of() : values(new String(body, UTF_8)))
                .flatMap(values -> values)
                .flatMap(value -> Stream.of(value, decoded(value)));
    }

    /** Those of HTTP Basic (RFC 7617, section 2); none where it is another scheme, or not as it should be. */
    private static Stream<String> credentials(String authorization) {
        String encoded = authorization.substring(authorization.indexOf(' ') + 1);
        try {
            return Stream.of(new String(Base64.getDecoder().decode(encoded.strip()), UTF_8));
        } catch (IllegalArgumentException e) {
            return Stream.of();
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** The names in JSON are the document's: a message may say them. */
    private static Stream<String> values(String body) {
        try {
            return values(PlainJson.read(body));
        } catch (UncheckedIOException e) {
            return Stream.of(body);
        }
    }

    private static Stream<String> values(JsonNode node) {
        return node.isValueNode()
                ? Stream.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false).flatMap(RedactedTrace::values);
    }
}
