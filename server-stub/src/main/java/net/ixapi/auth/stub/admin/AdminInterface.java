package net.ixapi.auth.stub.admin;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.config.JavalinConfig;
import io.javalin.http.ConflictResponse;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiCall;
import net.ixapi.auth.server.runtime.Closed;
import net.ixapi.auth.server.runtime.InvalidMember;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.server.runtime.JavalinApi;
import net.ixapi.auth.server.runtime.Operation;
import net.ixapi.auth.server.runtime.Problems;
import net.ixapi.auth.server.runtime.Route;
import net.ixapi.auth.stub.control.StubControls;
import net.ixapi.auth.stub.fault.FaultOrder;
import net.ixapi.auth.stub.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * The routes below {@code /_stub}. They are served as the contract's are, by the same runtime, and so answer mistakes alike.
 * Safe for many threads.
 */
public final class AdminInterface {
    private static final String PATH = "/_stub";
    private static final List<String> JSON = List.of("application/json");

    private final StubControls controls;

    private AdminInterface(StubControls controls) {
        this.controls = controls;
    }

    /**
     * Adds the routes.
     *
     * @param config the configuration of a server that is not started yet
     * @param controls what they control
     * @param problems the bodies of errors
     */
    public static void install(JavalinConfig config, StubControls controls, Problems problems) {
        JavalinApi.install(config, PATH, new AdminInterface(controls).routes(), problems);
        LocalOnly.install(config, PATH + "/*");
    }

    private List<Route> routes() {
        return List.of(
                route("GET", "/clock", "200", call -> ClockState.of(controls.clock())),
                route("POST", "/clock", "200", this::moveClock),
                route("GET", "/faults", "200", call -> faults()),
                route("POST", "/faults", "201", this::addFault),
                route("DELETE", "/faults", "204", call -> done(controls.faults()::clear)),
                route("GET", "/journal", "200", call -> journal()),
                route("DELETE", "/journal", "204", call -> done(controls.journal()::clear)),
                route("POST", "/revocations", "204", this::revoke),
                route("POST", "/introspections", "200", this::introspect),
                route("POST", "/reset", "204", call -> done(controls::reset)));
    }

    private static Route route(String method, String path, String status, Route.Handler handler) {
        String id = "stub " + method + path;
        return new Route(new Operation(id, method, path, List.of(status), JSON, JSON), handler);
    }

    private static @Nullable Object done(Runnable action) {
        action.run();
        return null;
    }

    private Object moveClock(ApiCall call) {
        body(call, new TypeReference<ClockOrder>() {}).applyTo(controls.clock());
        return ClockState.of(controls.clock());
    }

    private Object addFault(ApiCall call) {
        FaultOrder order = body(call, new TypeReference<>() {});
        try {
            order.addTo(controls.faults());
            return faults();
        } catch (IllegalStateException e) {
            throw new ConflictResponse(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object revoke(ApiCall call) {
        String token = body(call, new TypeReference<TokenOrder>() {}).token();
        try {
            controls.tokens().revoke(token == null ? "" : token);
            return null;
        } catch (IllegalArgumentException e) {
            throw invalid("token", "must be a token that this stub has issued");
        }
    }

    /** As RFC 7662 says it, section 2.2. */
    private Map<String, Object> introspect(ApiCall call) {
        String token = body(call, new TypeReference<TokenOrder>() {}).token();
        if (token == null) {
            throw invalid("token", "is required");
        }
        return Map.of("active", controls.tokens().accepts(token));
    }

    private Map<String, Object> faults() {
        return Map.of("pending", controls.faults().pending());
    }

    private JournalPage journal() {
        return new JournalPage(
                controls.journal().calls(AuthApiRoutes.AUTH_TOKEN_CREATE),
                controls.journal().calls(AuthApiRoutes.AUTH_TOKEN_REFRESH),
                controls.journal().entries());
    }

    private static <T> T body(ApiCall call, TypeReference<T> type) {
        T body = call.body(type);
        if (body == null) {
            // Says what is wrong with a body that is there.
            call.validated("");
            throw invalid(InvalidMember.BODY, "is required");
        }
        return call.validated(body);
    }

    static InvalidRequestException invalid(String member, String reason) {
        return new InvalidRequestException(List.of(new InvalidMember(member, reason)));
    }

    private record JournalPage(long logins, long refreshes, List<JournalEntry> requests) {}

    @Closed
    private record TokenOrder(@Nullable String token) {
        @Override
        public String toString() {
            return "TokenOrder[*]";
        }
    }
}
