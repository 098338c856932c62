package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.security.BasicAuthCredentials;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * A failure for the log: classes, messages, stacks and causes. A message may quote the request, whose credentials and tokens
 * belong in no log, so whatever a message has in common with the request is masked. {@code toString} is the text.
 */
final class RedactedTrace {
    /** No credential is shorter. Shorter runs are common to any two texts. */
    private static final int MIN_MASKED = 6;

    private static final int MAX_MESSAGE = 2000;

    private final String request;
    private final StringBuilder text = new StringBuilder();

    RedactedTrace(Throwable failure, Context context) {
        this.request = sent(context);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            append(cause, seen.size() > 1);
        }
    }

    private void append(Throwable failure, boolean isCause) {
        text.append(isCause ? "\nCaused by: " : "").append(failure.getClass().getName());
        String message = failure.getMessage();
        if (message != null) {
            text.append(": ").append(masked(message.substring(0, Math.min(MAX_MESSAGE, message.length()))));
        }
        for (StackTraceElement frame : failure.getStackTrace()) {
            text.append("\n\tat ").append(frame);
        }
    }

    private String masked(String message) {
        boolean[] common = new boolean[message.length()];
        for (int i = 0; i + MIN_MASKED <= message.length(); i++) {
            if (request.contains(message.substring(i, i + MIN_MASKED))) {
                Arrays.fill(common, i, i + MIN_MASKED, true);
            }
        }
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < common.length; i++) {
            if (!common[i]) {
                masked.append(message.charAt(i));
            } else if (i == 0 || !common[i - 1]) {
                masked.append('*');
            }
        }
        return masked.toString();
    }

    /** All values that a client chose, raw and decoded. */
    private static String sent(Context context) {
        StringBuilder sent = new StringBuilder();
        String target = context.path() + "\n" + context.queryString();
        sent.append(target).append('\n').append(decoded(target));
        context.headerMap().values().forEach(value -> sent.append('\n').append(value));
        BasicAuthCredentials basic = context.basicAuthCredentials();
        if (basic != null) {
            sent.append('\n').append(basic.getUsername()).append('\n').append(basic.getPassword());
        }
        byte[] body = RequestBodyReader.alreadyRead(context);
        if (body != null) {
            appendBody(new String(body, StandardCharsets.UTF_8), sent);
        }
        return sent.toString();
    }

    private static @Nullable String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The names in JSON are the document's: a message may say them. */
    private static void appendBody(String body, StringBuilder sent) {
        try {
            appendValues(PlainJson.read(body), sent);
        } catch (UncheckedIOException e) {
            // A form has escapes.
            sent.append('\n').append(body).append('\n').append(decoded(body));
        }
    }

    private static void appendValues(JsonNode node, StringBuilder sent) {
        if (node.isValueNode()) {
            sent.append('\n').append(node.asText());
        }
        node.forEach(child -> appendValues(child, sent));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
