package net.ixapi.auth.contract.clients;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.fault.FaultScript;
import org.jspecify.annotations.Nullable;

/**
 * One run of a client: what it is to do, what the server does meanwhile, and what is judged. Made by {@link Scenarios} and not
 * changed later; safe for many threads then.
 */
final class Scenario {
    final String name;
    /** What happens, for persons. */
    final String title;

    int calls = 2;
    int seconds;
    int parallel = 1;
    Duration accessLifetime = Duration.ofMinutes(15);
    boolean wrongCredentials;
    boolean sendsNothing;
    Consumer<StubServerBuilder> settings = stub -> {};
    final Map<String, Judgement> judgements = new LinkedHashMap<>();
    private Reaction reaction = (server, response, operation) -> {};
    private Consumer<ScenarioServer> start = server -> {};

    /** What a scenario does to a response, or when it sees one. */
    interface Reaction {
        void to(ScenarioServer server, Context response, @Nullable ApiOperation operation);
    }

    Scenario(String name, String title) {
        this.name = name;
        this.title = title;
        judge("CLIENT-SECRET-001", Judgement.noSecretInTheUrl());
        judge("CLIENT-SECRET-004", Judgement.credentialsOnlyToLogIn());
        judge("CLIENT-SECRET-005", Judgement.refreshTokenOnlyToRefresh());
        judge("CLIENT-SECRET-006", Judgement.printsNoSecret());
        judge("CLIENT-EXIT-001", Judgement.saysSoIfACallFailed());
        judge("CLIENT-TIME-001", Judgement.endsInTime());
    }

    /** So many calls over so many seconds. */
    Scenario calls(int number, int overSeconds) {
        calls = number;
        seconds = overSeconds;
        return this;
    }

    /** So many of the calls begin at the same time. */
    Scenario parallel(int number) {
        parallel = number;
        return this;
    }

    Scenario accessLifetime(int value) {
        accessLifetime = Duration.ofSeconds(value);
        return this;
    }

    /** The credentials that the client has are not those of the account. */
    Scenario wrongCredentials() {
        wrongCredentials = true;
        return this;
    }

    /** A right client gets no request to the server. */
    Scenario sendsNothing() {
        sendsNothing = true;
        return this;
    }

    Scenario stub(Consumer<StubServerBuilder> value) {
        settings = value;
        return this;
    }

    Scenario on(Reaction value) {
        reaction = value;
        return this;
    }

    Scenario fault(int times, ApiOperation operation, Fault fault) {
        start = server -> server.faults().enqueue(times, operation, fault);
        return this;
    }

    Scenario faultFor(Duration time, ApiOperation operation, Fault fault) {
        start = server -> server.faults()
                .enqueue(
                        FaultScript.ALWAYS,
                        request ->
                                request.isOf(operation.id()) && server.elapsed().compareTo(time) < 0,
                        fault);
        return this;
    }

    Scenario judge(String requirement, Judgement judgement) {
        judgements.put(requirement, judgement);
        return this;
    }

    void start(ScenarioServer server) {
        start.accept(server);
    }

    void react(ScenarioServer server, Context response, @Nullable ApiOperation operation) {
        reaction.to(server, response, operation);
    }
}
