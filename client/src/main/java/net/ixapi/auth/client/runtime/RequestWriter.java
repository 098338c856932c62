package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/** Turns a request of the document into one of HTTP. Immutable. */
final class RequestWriter {
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");
    private static final Pattern COOKIE_VALUE = Pattern.compile("[\\x20-\\x7e&&[^;]]*");

    private final URI server;
    private final UriWriter addresses;
    private final Json json;

    RequestWriter(URI baseUri, Json json) {
        this.server = URI.create(baseUri.toASCIIString());
        this.addresses = new UriWriter(server, json);
        this.json = json;
    }

    HttpUriRequestBase write(ApiRequest<?> request) {
        HttpUriRequestBase http = new HttpUriRequestBase(request.operation.method, server);
        // Not as one URI, which would be parsed anew for each request.
        http.setPath(addresses.write(request));
        http.setHeader(HttpHeaders.ACCEPT, "application/json, application/problem+json;q=0.9");
        if (!request.headers.isEmpty()) {
            texts(request.headers, HEADER_VALUE).forEach(header -> http.setHeader(header.getKey(), header.getValue()));
        }
        String cookies = request.cookies.isEmpty() ? "" : cookies(request.cookies);
        if (!cookies.isEmpty()) {
            http.setHeader(HttpHeaders.COOKIE, cookies);
        }
        Object body = request.body;
        if (body != null) {
            http.setEntity(entity(body, request));
        }
        return http;
    }

    /** A map is written as a form where the operation sends one, which the document's operations do not. */
    private HttpEntity entity(Object body, ApiRequest<?> request) {
        ContentType type = request.operation.contentType;
        if (body instanceof Map<?, ?> form && ContentType.APPLICATION_FORM_URLENCODED.isSameMimeType(type)) {
            List<NameValuePair> fields = new ArrayList<>();
            form.forEach((name, value) -> fields.add(new BasicNameValuePair(name.toString(), value.toString())));
            return new UrlEncodedFormEntity(fields, UTF_8);
        }
        return new ByteArrayEntity(json.write(body, request.bodyType), type);
    }

    private String cookies(Map<String, Object> cookies) {
        return texts(cookies, COOKIE_VALUE)
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Stream<Map.Entry<String, String>> texts(Map<String, Object> values, Pattern allowed) {
        return values.entrySet().stream()
                .map(value -> Map.entry(value.getKey(), json.texts(value.getValue())))
                .filter(value -> !value.getValue().isEmpty())
                .map(value -> Map.entry(value.getKey(), checked(value.getKey(), value.getValue(), allowed)));
    }

    /** A line break or a semicolon would end the value, and what follows would be another header or cookie. */
    private static String checked(String name, List<String> texts, Pattern allowed) {
        String text = String.join(",", texts);
        if (!allowed.matcher(text).matches()) {
            throw new IllegalArgumentException("The value of " + name + " has a character that cannot be sent there");
        }
        return text;
    }
}
