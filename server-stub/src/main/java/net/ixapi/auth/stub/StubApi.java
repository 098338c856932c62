package net.ixapi.auth.stub;

import io.javalin.config.JavalinConfig;
import java.util.Map;
import java.util.Set;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.JavalinApi;
import net.ixapi.auth.server.runtime.RequestBodyReader;
import net.ixapi.auth.stub.control.StubControls;
import net.ixapi.auth.stub.docs.DocsPages;
import net.ixapi.auth.stub.fault.FaultFilter;
import net.ixapi.auth.stub.http.Limits;
import net.ixapi.auth.stub.http.Listener;
import net.ixapi.auth.stub.http.ResponseHeaders;
import net.ixapi.auth.stub.http.StubOperations;
import net.ixapi.auth.stub.journal.JournalFilter;
import net.ixapi.auth.stub.token.Tokens;

/** The server of the API: its operations, and what every request passes on its way to them. */
final class StubApi {
    private StubApi() {}

    static void install(JavalinConfig config, StubServerBuilder settings, Listener listener, StubControls controls) {
        StubProblems problems = new StubProblems();
        Accounts users = new Accounts(settings.known());
        Tokens tokens = controls.tokens();
        RequestBodyReader bodies = new RequestBodyReader(config.http);
        JavalinApi.install(
                config, AuthApiRoutes.BASE_PATH, AuthApiRoutes.of(new StubAuthApi(users, tokens, problems)), problems);
        StubOperations operations = new StubOperations(settings.oauth2Path, Set.copyOf(settings.resources.keySet()));
        new BearerResource(tokens, problems).install(config, Map.copyOf(settings.resources));
        config.routes.post(
                AuthApiRoutes.BASE_PATH + settings.oauth2Path, new ClientCredentials(users, tokens, bodies)::answer);
        StubOperations.get(
                config,
                "/.well-known/jwks.json",
                context -> context.contentType("application/jwk-set+json").result(tokens.jwkSet()));
        DocsPages.install(config);
        listener.install(config, Limits.MAX_CONNECTIONS);
        settings.extension.accept(config);
        FaultFilter.install(config);
        JournalFilter journal = new JournalFilter(controls.clock(), controls.journal(), operations, settings.onRequest);
        AccountFinder accounts = new AccountFinder(users, tokens, bodies);
        FaultFilter faults = new FaultFilter(controls.faults(), controls.clock(), operations, accounts::account);
        config.routes.before(StubOperations.only(context -> {
            journal.open(context);
            faults.before(context);
        }));
        // In this order: the journal sees a response before it is spoilt.
        config.routes.after(StubOperations.only(context -> {
            ResponseHeaders.challenge(context);
            journal.write(context);
            faults.after(context);
        }));
    }
}
