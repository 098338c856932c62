package net.ixapi.auth.contract.wire;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Why there is no response. Immutable.
 *
 * @param kind how far it came
 * @param text in words for a person, without a byte of what came
 */
public record Failure(Kind kind, String text) {
    /** The JDK's words for it: with the status of the proxy, or for an answer of SOCKS. */
    private static final Pattern REFUSED_BY_PROXY =
            Pattern.compile("(?:through proxy.*HTTP/\\S+ |^SOCKS[ :]+)(\\d{3}|\\D+)");

    /** How far a request came. */
    public enum Kind {
        /** There was no connection, or nothing came over it that is HTTP. */
        NO_SERVER,
        /** Nothing came in time. */
        TIMEOUT,
        /** A response began, but did not end well. */
        BROKEN
    }

    /** The words of the JDK for some of these tell a reader nothing. */
    static Failure of(IOException e, boolean began, Duration longest) {
        if (e instanceof SocketTimeoutException) {
            String when = " within " + longest.toMillis() + " ms";
            return began
                    ? new Failure(Kind.BROKEN, "no whole response" + when)
                    : new Failure(Kind.TIMEOUT, "no response" + when);
        }
        return new Failure(began ? Kind.BROKEN : Kind.NO_SERVER, words(e));
    }

    private static String words(IOException e) {
        if (e instanceof ProtocolException || e instanceof EOFException) {
            return e.getMessage();
        } else if (e instanceof UnknownHostException) {
            return "the host name is unknown";
        } else if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "the connection was refused";
        } else if (e instanceof SSLException) {
            String message = String.valueOf(e.getMessage());
            String hint = message.contains("PKIX path")
                    ? " (--trust FILE takes the certificate of the authority that signed it)"
                    : message.contains("no_application_protocol")
                            ? " (the server may speak HTTP/2 only, and the suite HTTP/1.1 only, so that nothing was judged)"
                            : message.contains("certificate_required")
                                    ? " (--client-cert FILE takes a certificate of the client)"
                                    : "";
            return "TLS failed: " + message + hint;
        }
        Matcher proxy = REFUSED_BY_PROXY.matcher(String.valueOf(e.getMessage()));
        if (proxy.find()) {
            boolean unknown = proxy.group(1).matches("407|No acceptable methods|authentication failed");
            return "the proxy refused the connection (" + proxy.group(1) + ")"
                    + (unknown ? ": --proxy-user takes the user and the password that it asks for" : "");
        }
        return "the connection was reset (" + String.valueOf(e.getMessage()).replace(" by peer", "") + ")";
    }

    @Override
    public String toString() {
        return text;
    }
}
