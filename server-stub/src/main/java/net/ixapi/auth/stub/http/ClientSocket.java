package net.ixapi.auth.stub.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * The connection below a request. Immutable.
 *
 * @param readable what the requests are read from: with TLS, not the socket itself
 * @param endPoint the socket
 */
public record ClientSocket(EndPoint readable, EndPoint endPoint) {
    /**
     * The connection of a request.
     *
     * @param context the request
     * @return its connection
     */
    public static ClientSocket of(Context context) {
        Request request = ServletContextRequest.getServletContextRequest(context.req());
        EndPoint readable = request.getConnectionMetaData().getConnection().getEndPoint();
        EndPoint endPoint = readable;
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        return new ClientSocket(readable, endPoint);
    }

    /** What reads the requests of a client, below TLS or not; null until it is there. */
    static @Nullable Connection connection(EndPoint client) {
        Connection connection = client.getConnection();
        return connection instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : connection;
    }

    /**
     * Tells whether the client is a program of this machine.
     *
     * @return false where it is not known
     */
    public boolean isOfThisMachine() {
        return endPoint.getRemoteSocketAddress() instanceof InetSocketAddress address
                && address.getAddress().isLoopbackAddress();
    }

    /** Closes the connection. */
    public void close() {
        endPoint.close();
    }

    /** Resets the connection, so that the client gets no response at all. */
    public void reset() {
        try {
            if (endPoint instanceof SocketChannelEndPoint socket) {
                socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
                socket.getChannel().close();
            }
        } catch (IOException e) {
            // The connection is closed already.
            endPoint.close();
        }
    }

    /**
     * Tells whether the client has closed the connection while its request is served. Jetty does not look before it reads the
     * next request, so that a wait would keep the connection and the thread of a client that is gone. A client that has only
     * shut down its output counts as gone, as with other servers.
     *
     * @return true if the connection is at its end
     */
    public boolean isClosedByClient() {
        if (!endPoint.isOpen()) {
            return true;
        } else if (readable != endPoint) {
            return isAtEnd(readable);
        }
        return endPoint instanceof SocketChannelEndPoint socket && isAtEnd(socket.getChannel());
    }

    /** Jetty keeps what it decrypts and finds no room for, so that nothing of a next request is lost by this. */
    private static boolean isAtEnd(EndPoint tls) {
        try {
            return tls.fill(BufferUtil.EMPTY_BUFFER) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    /** A connection that can be read, but has no byte to read, has come to its end. */
    private static boolean isAtEnd(SocketChannel channel) {
        // Jetty's own selector is not asked: it would take an end for the next request.
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            return selector.selectNow() > 0 && channel.socket().getInputStream().available() == 0;
        } catch (ClosedChannelException e) {
            return true;
        } catch (IOException e) {
            return !channel.isConnected();
        }
    }
}
