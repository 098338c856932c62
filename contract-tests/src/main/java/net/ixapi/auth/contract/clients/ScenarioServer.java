package net.ixapi.auth.contract.clients;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.admin.FaultSpecs;
import net.ixapi.auth.stub.http.StubOperations;

/**
 * The server of one scenario: a stub that writes down what comes. For redirects to another host it has a second name. Safe for many
 * threads; whoever made it closes it.
 */
final class ScenarioServer implements AutoCloseable {
    /** With these, tokens have 4,000 characters. */
    private static final String LONG_CLAIM = "x".repeat(2_800);

    /** A terminal would take them for commands. */
    private static final String CONTROLS = "[\\p{Cntrl}&&[^\n]]";

    private final Secrets secrets = new Secrets();
    private final Recorder recorder;
    private final Clock clock;
    private final Scenario scenario;
    private final Account account;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final StubServer stub;

    /** The account is what the client logs in with. */
    ScenarioServer(Scenario scenario, Account account, int port, Clock clock) {
        this.recorder = new Recorder(secrets, clock);
        this.clock = clock;
        this.scenario = scenario;
        this.account = account;
        secrets.add(account.apiKey(), "IX_API_KEY");
        secrets.add(account.apiSecret(), "IX_API_SECRET");
        StubServerBuilder builder = StubServer.builder()
                .port(port)
                .account(scenario.wrongCredentials() ? Account.random("another") : account)
                .accessLifetime(scenario.accessLifetime())
                .refreshLifetime(scenario.refreshLifetime())
                .refreshPolicy(scenario.refreshPolicy())
                .opaqueTokens(scenario.opaqueTokens())
                .clock(Clock.offset(clock, scenario.clock()))
                .tls(scenario.tls())
                .extend(config -> recorder.install(config, this::react));
        if (scenario.longTokens()) {
            builder.claim("note", LONG_CLAIM);
        }
        if (scenario.fault() != null) {
            builder.faults(FaultSpecs.read(scenario.fault().toString()));
        }
        try {
            stub = builder.start();
        } catch (JavalinBindException e) {
            String message = "Port " + port + " is taken, or not for every user: choose another with --port";
            throw new UncheckedIOException(message, new IOException(e));
        }
    }

    private void react(Context response) {
        if (scenario.faultFor() != null && recorder.sinceFirst().compareTo(scenario.faultFor()) > 0) {
            stub.faults().clear();
        }
        scenario.change().apply(this, response);
        if (response.statusCode() == 401 && accepted.contains(Recorder.bearer(response))) {
            response.status(200).result("[]");
        }
        if (scenario.expireBy() != null && response.statusCode() == 200 && isLastBeforeExpiry(response)) {
            stub.clock().advance(scenario.expireBy());
        }
    }

    private boolean isLastBeforeExpiry(Context response) {
        return response.path().endsWith(Recording.CALL.path())
                && recording(ClientProgram.Ending.NONE).succeeded() == scenario.expireAfter() - 1;
    }

    /** What the client is told. */
    Map<String, String> environment() {
        String host = stub.baseUri().toString();
        return new TreeMap<>(Map.of(
                "IX_API_HOST", host,
                "IX_API_KEY", account.apiKey(),
                "IX_API_SECRET", account.apiSecret(),
                "IX_API_OAUTH2_TOKEN_URL", host + StubOperations.OAUTH2_TOKEN.path(),
                "IX_API_OAUTH2_SCOPES", "ix-api",
                "IX_CHECK_CALLS", String.valueOf(scenario.calls()),
                "IX_CHECK_SECONDS", String.valueOf(scenario.seconds()),
                "IX_CHECK_PARALLEL", String.valueOf(scenario.parallel())));
    }

    Clock clock() {
        return clock;
    }

    Recording recording(ClientProgram.Ending ending) {
        synchronized (secrets) {
            String output = secrets.redacted(ending.output().replaceAll(CONTROLS, ""));
            return new Recording(
                    scenario,
                    recorder.arrived(),
                    recorder.sent(),
                    recorder.elsewhere(),
                    ending,
                    secrets.in(ending.output()),
                    output.lines().toList());
        }
    }

    /** The stub refuses it. It is accepted here. */
    String tokenWithoutExpiry() {
        String token = stub.tokens().mint().claim("exp", null).sign();
        accepted.add(token);
        return token;
    }

    /** Redirects an operation to the same path of another host: a name, so that it is not only another port. */
    void redirect(Context response, ApiOperation operation, HttpStatus status) {
        if (response.path().endsWith(operation.path()) && !recorder.isElsewhere(response)) {
            response.redirect("http://" + recorder.otherHost(response) + response.path(), status);
        }
    }

    @Override
    public void close() {
        stub.close();
    }
}
