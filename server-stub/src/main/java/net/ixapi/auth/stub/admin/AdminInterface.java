package net.ixapi.auth.stub.admin;

import io.javalin.Javalin;
import io.javalin.http.ConflictResponse;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiCall;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.server.runtime.JavalinApi;
import net.ixapi.auth.server.runtime.Operation;
import net.ixapi.auth.server.runtime.Problems;
import net.ixapi.auth.server.runtime.Route;
import net.ixapi.auth.stub.control.StubControls;
import net.ixapi.auth.stub.fault.FaultSpec;
import net.ixapi.auth.stub.http.Limits;
import net.ixapi.auth.stub.http.Listener;
import net.ixapi.auth.stub.http.ResponseHeaders;
import net.ixapi.auth.stub.journal.JournalEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * The routes below {@code /_stub}. They are served as the contract's are, by the same runtime, and so report errors alike. They
 * have a server of their own, with its own connections and threads: clients that hold all of the API's cannot lock out whoever
 * wants to end that. Safe for many threads.
 */
public final class AdminInterface {
    /** What stands before all its paths. */
    public static final String PATH = "/_stub";

    private static final List<String> JSON = List.of("application/json");

    private final StubControls controls;

    private AdminInterface(StubControls controls) {
        this.controls = controls;
    }

    /**
     * Starts the server.
     *
     * @param listener where
     * @param token by which programs on other machines are let in; null for none of them
     * @param controls what they control
     * @param problems the bodies of errors
     * @return the running server; whoever started it stops it
     */
    public static Javalin start(Listener listener, @Nullable String token, StubControls controls, Problems problems) {
        return listener.start(Javalin.create(config -> {
            JavalinApi.install(config, PATH, new AdminInterface(controls).routes(), problems);
            new AdminAccess(token).install(config, PATH + "/*");
            listener.install(config, Limits.MAX_ADMIN_CONNECTIONS);
            ResponseHeaders.install(config);
        }));
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
                route("POST", "/tokens", "201", this::mint),
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
        body(call, new TypeReference<ClockRequest>() {}).applyTo(controls.clock());
        return ClockState.of(controls.clock());
    }

    private Object addFault(ApiCall call) {
        FaultSpec order = body(call, new TypeReference<>() {});
        try {
            order.addTo(controls.faults());
            return faults();
        } catch (IllegalStateException e) {
            throw new ConflictResponse(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Object revoke(ApiCall call) {
        String token = body(call, new TypeReference<TokenRequest>() {}).token();
        try {
            controls.tokens().revoke(token == null ? "" : token);
            return null;
        } catch (IllegalArgumentException e) {
            throw invalid("token", "must be a token that this stub has issued");
        }
    }

    private Map<String, Object> mint(ApiCall call) {
        return Map.of("token", body(call, new TypeReference<TokenSpec>() {}).minted(controls.tokens()));
    }

    /** As RFC 7662 says it, section 2.2. */
    private Map<String, Object> introspect(ApiCall call) {
        String token = body(call, new TypeReference<TokenRequest>() {}).token();
        if (token == null) {
            throw invalid("token", "is required");
        }
        return Map.of("active", controls.tokens().isActive(token));
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
            throw invalid(FieldError.BODY, "is required");
        }
        return body;
    }

    static InvalidRequestException invalid(String member, String reason) {
        return new InvalidRequestException(List.of(new FieldError(member, reason)));
    }

    private record JournalPage(long logins, long refreshes, List<JournalEntry> requests) {}

    private record TokenRequest(@Nullable String token) {
        @Override
        public String toString() {
            return "TokenRequest[*]";
        }
    }
}
