package net.ixapi.auth.client.runtime;

import java.io.IOException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;

/** Connects within the time of the call: HttpClient waits anew for each address that a name has. */
final class BoundedSocket extends Socket {
    BoundedSocket(Proxy proxy) {
        super(proxy);
    }

    @Override
    public void connect(SocketAddress address, int timeoutMillis) throws IOException {
        CallTimeout call = CallTimeout.current();
        if (call == null) {
            super.connect(address, timeoutMillis);
            return;
        } else if (call.isOver()) {
            throw new SocketTimeoutException("Connect timed out");
        }
        super.connect(
                address, (int) Math.min(timeoutMillis == 0 ? Integer.MAX_VALUE : timeoutMillis, call.leftMillis()));
    }
}
