package net.ixapi.auth.client.runtime;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/**
 * Turns a request of the document into one of HTTP.
 *
 * @param server the base address, without a slash at its end
 */
record RequestWriter(URI server) {
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Pattern COOKIE_VALUE = Pattern.compile("[\\x20-\\x7e&&[^;]]*");

    HttpUriRequestBase write(ApiRequest<?> request) {
        HttpUriRequestBase http = new HttpUriRequestBase(request.operation.method, server);
        // Not as one URI, which would be parsed anew for each request.
        http.setPath(server.getRawPath() + UriWriter.pathAndQuery(request));
        http.setHeader(HttpHeaders.ACCEPT, "application/json, application/problem+json;q=0.9");
        request.headers.forEach(
                (name, value) -> text(name, value, HEADER_VALUE).ifPresent(text -> http.setHeader(name, text)));
        StringJoiner cookies = new StringJoiner("; ");
        request.cookies.forEach(
                (name, value) -> text(name, value, COOKIE_VALUE).ifPresent(text -> cookies.add(name + "=" + text)));
        if (cookies.length() > 0) {
            http.setHeader(HttpHeaders.COOKIE, cookies.toString());
        }
        Object body = request.body;
        if (body != null) {
            // The operations of a document send JSON; the form of an OAuth2 token request comes as an entity.
            http.setEntity(
                    body instanceof HttpEntity form
                            ? form
                            : new ByteArrayEntity(Json.write(request.writer, body), request.operation.contentType));
        }
        return http;
    }

    /** A line break or a semicolon would end the value, and what follows would be another header or cookie. */
    private static Optional<String> text(String name, @Nullable Object value, Pattern allowed) {
        List<String> texts = value == null ? List.of() : Json.texts(value);
        String text = String.join(",", texts);
        if (!allowed.matcher(text).matches()) {
            throw new IllegalArgumentException("The value of " + name + " has a character that cannot be sent there");
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
