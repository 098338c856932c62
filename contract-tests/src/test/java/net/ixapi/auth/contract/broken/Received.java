package net.ixapi.auth.contract.broken;

import java.util.Map;

/** A request that a broken server got. */
record Received(String method, String path, Map<String, String> headers, String body) {
    String contentType() {
        return headers.getOrDefault("content-type", "");
    }

    boolean isLogIn() {
        return path.endsWith("/auth/token");
    }

    boolean isRefresh() {
        return path.endsWith("/auth/refresh");
    }

    Received withBody(String other) {
        return new Received(method, path, headers, other);
    }

    Received withHeader(String name, String value) {
        Map<String, String> changed = new java.util.TreeMap<>(headers);
        changed.put(name, value);
        return new Received(method, path, changed, body);
    }
}
