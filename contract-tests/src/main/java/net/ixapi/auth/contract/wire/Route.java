package net.ixapi.auth.contract.wire;

import java.net.Proxy;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/**
 * How a server is reached. Immutable.
 *
 * @param tls makes the sockets of https
 * @param proxy what connections go through, which may be none
 * @param headers what each request has besides its own, as a gateway demands
 */
public record Route(SSLSocketFactory tls, Proxy proxy, List<Header> headers) {
    /** Straight to the server, with the JDK's own trust store. */
    public static final Route DIRECT =
            new Route((SSLSocketFactory) SSLSocketFactory.getDefault(), Proxy.NO_PROXY, List.of());

    /** Copies the headers. */
    public Route {
        headers = List.copyOf(headers);
    }
}
