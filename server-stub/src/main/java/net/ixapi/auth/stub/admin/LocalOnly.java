package net.ixapi.auth.stub.admin;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Header;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/** Lets programs of this machine in, and neither other machines nor the pages that a browser of this one shows. */
final class LocalOnly {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private LocalOnly() {}

    static void install(JavalinConfig config, String paths) {
        config.routes.before(paths, LocalOnly::require);
    }

    private static void require(Context context) {
        if (!isLoopback(context.req().getRemoteAddr())) {
            throw new ForbiddenResponse("Only programs on the stub's own machine may do this.");
        }
        // A page from elsewhere names its origin, or got here by a name that it made point to this machine.
        if (context.header(Header.ORIGIN) != null
                || !NAMES.contains(context.req().getServerName())) {
            throw new ForbiddenResponse("Pages in a browser may not do this; the Host must be localhost or 127.0.0.1.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
