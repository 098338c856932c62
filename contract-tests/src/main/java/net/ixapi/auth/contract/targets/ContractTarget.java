package net.ixapi.auth.contract.targets;

import java.net.URI;

/**
 * A server to be checked, and credentials that it must accept. Immutable. {@code toString} prints the address only.
 *
 * @param baseUri the address that all paths are relative to, such as {@code https://ix.example/api/v2}
 * @param apiKey a key that the server knows
 * @param apiSecret the secret that belongs to it
 */
public record ContractTarget(URI baseUri, String apiKey, String apiSecret) {
    /**
     * What comes before the paths of the document.
     *
     * @return such as {@code /api/v2}; empty where the paths begin at the root
     */
    public String basePath() {
        String path = baseUri.getRawPath();
        return path == null ? "" : path.replaceAll("/$", "");
    }

    @Override
    public String toString() {
        return baseUri.toString();
    }
}
