package net.ixapi.auth.client.runtime;

import java.util.List;
import java.util.Map;

/** What a server was asked: the target and the body are as they came, the names of headers in any case. */
public record ReceivedRequest(String method, String target, Map<String, List<String>> headers, String body) {
    /** The values of one header, in their order; none where it did not come. */
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
