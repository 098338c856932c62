package net.ixapi.auth.contract.clients;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.http.StubOperations;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * The server of one scenario, and another host, for redirects to it: stubs that write down what comes. Safe for many threads;
 * whoever made it closes it.
 */
final class ScenarioServer implements AutoCloseable {
    private final Secrets secrets = new Secrets();
    private final Recorder recorder = new Recorder(secrets);
    private final Recorder elsewhere = new Recorder(secrets);
    private final Scenario scenario;
    private final Account account;
    private final StubServer stub;
    private @Nullable StubServer other;

    /** The account is what the client logs in with. */
    ScenarioServer(Scenario scenario, Account account, int port) {
        this.scenario = scenario;
        this.account = account;
        secrets.add(account.apiKey(), "IX_API_KEY");
        secrets.add(account.apiSecret(), "IX_API_SECRET");
        StubServerBuilder builder = StubServer.builder()
                .port(port)
                .accessLifetime(scenario.accessLifetime)
                .account(scenario.wrongCredentials ? Account.random("client") : account)
                .extend(config -> recorder.install(config, this::react));
        scenario.settings.accept(builder);
        stub = builder.start();
        scenario.start(this);
    }

    private void react(Context response, @Nullable ApiOperation operation) {
        scenario.react(this, response, operation);
    }

    /** What the client is told. */
    ClientProgram.Task task() {
        String host = stub.baseUri().toString();
        Map<String, String> environment = new TreeMap<>(Map.of(
                "IX_API_HOST", host,
                "IX_API_KEY", account.apiKey(),
                "IX_API_SECRET", account.apiSecret(),
                "IX_API_OAUTH2_TOKEN_URL", host + StubOperations.OAUTH2_TOKEN.path(),
                "IX_API_OAUTH2_SCOPES", "ix-api",
                "IX_CHECK_CALLS", String.valueOf(scenario.calls),
                "IX_CHECK_SECONDS", String.valueOf(scenario.seconds),
                "IX_CHECK_PARALLEL", String.valueOf(scenario.parallel)));
        return new ClientProgram.Task(scenario.title, environment);
    }

    Recording recording(ClientProgram.Ending ending) {
        synchronized (secrets) {
            List<String> printed = secrets.in(ending.output());
            return new Recording(
                    scenario.calls, scenario.accessLifetime, recorder.sent(), elsewhere.sent(), ending, printed);
        }
    }

    StubClock clock() {
        return stub.clock();
    }

    Tokens tokens() {
        return stub.tokens();
    }

    FaultScript faults() {
        return stub.faults();
    }

    Duration elapsed() {
        return recorder.elapsed();
    }

    /** How many calls were answered with 200 so far. */
    long succeeded() {
        return recorder.sent().stream()
                .filter(request -> request.isOf(Recording.CALL) && request.status() == 200)
                .count();
    }

    /** Where a path of the API is on the other host; a name, so that it is not only another port. */
    synchronized String elsewhere(ApiOperation operation) {
        if (other == null) {
            other = StubServer.builder()
                    .account(account)
                    .extend(config -> elsewhere.install(config, (response, called) -> {}))
                    .start();
        }
        return other.baseUri().toString().replace("127.0.0.1", "localhost") + operation.path();
    }

    boolean hasIssued(String accessToken) {
        String fingerprint = Recorder.fingerprint(accessToken);
        return recorder.sent().stream().anyMatch(request -> request.issued().equals(fingerprint));
    }

    /** What a client has printed, without secrets. */
    String redacted(String output) {
        synchronized (secrets) {
            return secrets.redacted(output);
        }
    }

    @Override
    public synchronized void close() {
        stub.close();
        if (other != null) {
            other.close();
        }
    }
}
