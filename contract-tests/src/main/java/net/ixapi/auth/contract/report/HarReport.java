package net.ixapi.auth.contract.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/**
 * All that was sent and came, without secrets, as the tools of browsers read it: an HTTP Archive (HAR 1.2).
 *
 * @param baseUri the server's address
 * @param secrets all secrets that the run has seen
 */
public record HarReport(URI baseUri, Secrets secrets) {
    /**
     * An exchange with the time at which it ended.
     *
     * @param exchange what was sent, and what came
     * @param ended when it ended
     */
    public record Recorded(Exchange exchange, Instant ended) {}

    /**
     * The archive of a run that has ended.
     *
     * @param exchanges the exchanges in their order
     * @return what a file of JSON is to hold
     */
    Map<String, Object> of(List<Recorded> exchanges) {
        return Map.of(
                "log",
                Map.of(
                        "version", "1.2",
                        "creator", Map.of("name", "ixapi-auth-contract", "version", "1"),
                        "entries", exchanges.stream().map(this::entry).toList()));
    }

    private Map<String, Object> entry(Recorded recorded) {
        Exchange exchange = recorded.exchange;
        long milliseconds = exchange.took().toMillis();
        return Map.of(
                "startedDateTime", recorded.ended.minus(exchange.took()).toString(),
                "time", milliseconds,
                "request", request(exchange.request()),
                "response", response(exchange),
                "cache", Map.of(),
                "timings", Map.of("send", 0, "wait", milliseconds, "receive", 0));
    }

    private Map<String, Object> request(Request request) {
        String body = secrets.redacted(new String(request.body(), StandardCharsets.UTF_8));
        Map<String, Object> message = message(request.headers(), request.body().length);
        message.put("method", request.method());
        message.put("url", baseUri.toString().replaceAll("/$", "") + secrets.redacted(request.path()));
        message.put("queryString", List.of());
        message.put("postData", Map.of("mimeType", "", "text", body));
        return message;
    }

    /** Where no response came, the status is 0, as browsers have it, and the reason stands in the place of its text. */
    private Map<String, Object> response(Exchange exchange) {
        Response response = exchange.response();
        String body = response == null ? "" : secrets.redacted(response.text());
        String type = response == null ? "" : secrets.redacted(response.mediaType());
        Map<String, Object> message = message(response == null ? List.of() : response.headers(), -1);
        message.put("status", exchange.status());
        message.put("statusText", response == null ? secrets.redacted(String.valueOf(exchange.failure())) : "");
        message.put("content", Map.of("size", body.length(), "mimeType", type, "text", body));
        message.put("redirectURL", "");
        return message;
    }

    /** What requests and responses have alike. */
    private Map<String, Object> message(List<Header> headers, int size) {
        Map<String, Object> message = new HashMap<>(Map.of("cookies", List.of(), "headersSize", -1, "bodySize", size));
        message.put("httpVersion", "HTTP/1.1");
        message.put("headers", headers.stream().map(this::field).toList());
        return message;
    }

    private Map<String, String> field(Header header) {
        return Map.of("name", secrets.redacted(header.name()), "value", secrets.redacted(header.value()));
    }
}
