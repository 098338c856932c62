package net.ixapi.auth.contract.wire;

import java.net.Proxy;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How a server is reached. Immutable.
 *
 * @param tls makes the sockets of https; null for those of the JDK, which take a while to make and are made when needed
 * @param proxy what connections go through, which may be none
 * @param headers what each request has besides its own, as a gateway demands
 */
public record Route(@Nullable SSLSocketFactory tls, Proxy proxy, List<Header> headers) {
    /** Straight to the server, with the JDK's own trust store. */
    public static final Route DIRECT = new Route(null, Proxy.NO_PROXY, List.of());

    /** Copies the headers. */
    public Route {
        headers = List.copyOf(headers);
    }
}
