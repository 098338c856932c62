package net.ixapi.auth.client.runtime;

import java.net.URI;
import java.util.Objects;

/** What may serve as the address that all paths are relative to. */
final class BaseUri {
    private BaseUri() {}

    static URI checked(URI uri) {
        Objects.requireNonNull(uri, "The base address must not be null");
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())
                || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "The base address must be absolute, such as https://ix.example/api/v2, but has no http(s) scheme or no host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The base address must have no user, query or fragment: host " + uri.getHost());
        }
        if (uri.getPort() > 65535) {
            throw new IllegalArgumentException("The base address has a port above 65535: " + uri.getPort());
        }
        return uri;
    }
}
