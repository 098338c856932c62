package net.ixapi.auth.client.error;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The API answers JSON; HTML is what proxies, firewalls and login pages of networks answer in its place. */
final class Html {
    private Html() {}

    static boolean isNamedBy(Map<String, List<String>> headers) {
        return headers.getOrDefault("Content-Type", List.of()).stream()
                .anyMatch(type ->
                        type.strip().toLowerCase(Locale.ROOT).matches("(text/html|application/xhtml\\+xml)\\b.*"));
    }
}
