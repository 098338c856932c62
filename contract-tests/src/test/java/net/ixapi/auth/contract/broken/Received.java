package net.ixapi.auth.contract.broken;

import java.util.Map;
import java.util.TreeMap;

/** A request that a broken server got. */
public record Received(String method, String path, Map<String, String> headers, String body) {
    public String contentType() {
        return headers.getOrDefault("content-type", "");
    }

    public boolean isLogIn() {
        return path.endsWith("/auth/token");
    }

    public boolean isRefresh() {
        return path.endsWith("/auth/refresh");
    }

    Received withMethod(String other) {
        return new Received(other, path, headers, body);
    }

    public Received withBody(String other) {
        return new Received(method, path, headers, other);
    }

    Received withHeader(String name, String value) {
        Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(headers);
        changed.put(name, value);
        return new Received(method, path, changed, body);
    }
}
