package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.TriedOperations;
import net.ixapi.auth.contract.generated.GeneratedOperation;

/** All checks: the active ones, which send requests, in the order in which they run; and the passive ones, which look at every response. */
public final class Catalogue {
    /** The names of the checks, with what a server must do to pass. */
    private static final Map<String, String> TITLES = titles("""
            log-in: right credentials bring a pair of tokens, as often as they are sent
            tokens: both tokens are signed JSON Web Tokens with a plausible expiry, and differ
            refresh: a refresh token brings a new pair for the same user, and that pair the next
            credentials: credentials that are nearly right, or known to everybody, are refused
            no-user-enumeration: an unknown key cannot be told from a wrong secret
            refresh-refusals: garbage, changed, unsigned and access tokens do not refresh
            request-body: bodies that break a rule of the document are refused as such, and no others
            hostile-bodies: absent, huge, broken and malicious bodies do no harm: what is wrong is refused with a 4xx
            representations: a good request is taken in every form that means the same
            methods: methods that a path does not have are refused with a 4xx
            paths: there is nothing at other paths
            generated-client: the generated client gets every documented response, typed and valid
            expiry: a refresh token that has expired is refused (seen only with --await-expiry)
            observations: what the contract leaves open: algorithm, lifetimes, reuse of refresh tokens, headers
            answers: every request is answered, in time, with HTTP
            no-server-error: no request brings a 5xx
            no-redirect: no request is redirected
            documented-status: every response has a status that the document describes
            content-type: every response has a media type that the document describes
            response-body: every body keeps to the schema of its status
            problem-status: the status in a problem is the HTTP status
            names-properties: a validation problem names the properties that are wrong
            no-secret-echo: neither key nor secret comes back, nor a token in an error or a header
            no-stack-trace: no response shows the server's inside
            no-framework-page: responses that the document does not describe are no pages of HTML
            allow-header: 405 names the right methods in 'Allow'
            unsupported-media-type: other media types bring 415, which the contract leaves open
            """);

    private static final Function<TriedOperations, Stream<Operation>> LOG_IN = tried -> tried.logIn().stream();
    private static final Function<TriedOperations, Stream<Operation>> REFRESH = tried -> tried.refresh().stream();
    private static final Function<TriedOperations, Stream<Operation>> ALL = TriedOperations::all;

    /** The first are the ones without which the others prove little. */
    private static final List<Check> ACTIVE = List.of(
            new Check("log-in", LOG_IN, context -> new LogIn(context).run()),
            new Check("tokens", LOG_IN, TokenShape::run),
            new Check("refresh", REFRESH, context -> new Refresh(context).run()),
            new Check("credentials", LOG_IN, context -> new NearMissCredentials(context).run()),
            new Check("no-user-enumeration", LOG_IN, context -> new UserEnumeration(context).run()),
            new Check("refresh-refusals", REFRESH, context -> new RefreshRefusals(context).run()),
            new Check("request-body", ALL, context -> new RequestBodies(context).run()),
            new Check("hostile-bodies", ALL, context -> new HostileBodies(context).run()),
            new Check("representations", ALL, context -> new Representations(context).run()),
            new Check("methods", ALL, context -> new Methods(context).run()),
            new Check("paths", ALL, context -> new Paths(context).run()),
            new Check(
                    "generated-client",
                    ALL,
                    context -> new GeneratedClientCheck(context, GeneratedOperation::of).run()),
            new Check("expiry", REFRESH, context -> new Expiry(context).run()),
            new Check("observations", LOG_IN, context -> new Observations(context).run()));

    private Catalogue() {}

    private static Map<String, String> titles(String lines) {
        Map<String, String> titles = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(": ", 2)).forEach(line -> titles.put(line[0], line[1]));
        return titles;
    }

    /**
     * The active checks.
     *
     * @return the checks in the order in which they run
     */
    public static List<Check> active() {
        return ACTIVE;
    }

    /**
     * All names, with what they stand for.
     *
     * @return titles by name, in the order of a list for people
     */
    public static Map<String, String> titles() {
        return TITLES;
    }

    /**
     * Whether a check looks at the responses to others' requests, so that all of them must be sent.
     *
     * @param name its name
     * @return true if it sends nothing itself
     */
    public static boolean isPassive(String name) {
        return ACTIVE.stream().noneMatch(check -> check.name().equals(name));
    }
}
