package net.ixapi.auth.client.runtime;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.apache.hc.core5.http.HttpHost;

/** What may serve as the address that all paths are relative to. */
final class BaseUri {
    private BaseUri() {}

    /**
     * The address without a slash at its end, so that whoever appends a path begins it with one. The JDK finds no host in a name
     * with {@code _}, which containers have; HttpCore does.
     */
    static URI checked(URI uri) {
        Objects.requireNonNull(uri, "The base address must not be null");
        String authority = uri.getRawAuthority();
        if (!"http".equalsIgnoreCase(uri.getScheme()) && !"https".equalsIgnoreCase(uri.getScheme())
                || authority == null) {
            throw new IllegalArgumentException(
                    "The base address must be absolute, such as https://ix.example/api/v2, but has no http(s) scheme or no host");
        }
        if (authority.contains("@") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("The base address must have no user, query or fragment: host "
                    + authority.substring(authority.lastIndexOf('@') + 1));
        }
        try {
            HttpHost.create(uri.getScheme() + "://" + authority);
            return URI.create(uri.toASCIIString().replaceFirst("/+$", ""));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalArgumentException("The base address has a host or a port that cannot be: " + authority);
        }
    }
}
