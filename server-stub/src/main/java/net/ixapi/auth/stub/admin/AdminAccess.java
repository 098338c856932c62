package net.ixapi.auth.stub.admin;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Header;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import net.ixapi.auth.stub.http.ClientSocket;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever has the admin token, and programs of this machine without it. Neither the pages of other origins that a
 * browser of this machine shows, nor what a proxy of this machine forwards, count as programs of this machine.
 *
 * @param host what programs of this machine call it, beside localhost and 127.0.0.1
 * @param credentials what others have to send as {@code Authorization}; null where they are not let in
 */
record AdminAccess(String host, byte @Nullable [] credentials) {
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** RFC 7239, RFC 9110 section 7.6.3, and what proxies sent before. */
    private static final Set<String> OF_PROXIES = Set.of("forwarded", "via", "x-real-ip", "x-client-ip");

    private static final String OF_PROXIES_START = "x-forwarded";

    /** Older nginx speaks it unless it is told otherwise, and adds none of these headers. HTTP clients speak HTTP/1.1. */
    private static final String OF_OLD_PROXIES = "HTTP/1.0";

    /** Refuses the request of whoever is not let in. */
    void require(Context context) {
        if (!hasToken(context) && !isLocal(context)) {
            if (credentials == null) {
                throw new ForbiddenResponse(
                        "Only programs on the stub's own machine may do this, at localhost or 127.0.0.1,"
                                + " and neither pages of other origins nor proxies. Others need an admin token:"
                                + " start the stub with one.");
            }
            context.header(Header.WWW_AUTHENTICATE, "Bearer realm=\"ixapi-auth-stub admin\"");
            throw new UnauthorizedResponse("The admin token is missing or wrong.");
        }
    }

    private boolean hasToken(Context context) {
        String given = context.header(Header.AUTHORIZATION);
        return given != null
                && credentials != null
                && MessageDigest.isEqual(credentials, given.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isLocal(Context context) {
        String name = context.req().getServerName();
        // A page from elsewhere may have got here by a name that it made point to this machine.
        return ClientSocket.of(context).isOfThisMachine()
                && !context.protocol().equals(OF_OLD_PROXIES)
                && (LOCAL_NAMES.contains(name) || name.equalsIgnoreCase(host))
                && isOfThisOrigin(context)
                && context.headerMap().keySet().stream().noneMatch(AdminAccess::isOfProxy);
    }

    private static boolean isOfThisOrigin(Context context) {
        String origin = context.header(Header.ORIGIN);
        return origin == null || origin.equals(context.scheme() + "://" + context.host());
    }

    private static boolean isOfProxy(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return OF_PROXIES.contains(name) || name.startsWith(OF_PROXIES_START);
    }
}
