package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All checks: those that ask, in the order in which they run, and those that look at every answer. */
public final class Catalogue {
    /** The first are the ones without which the others prove little. */
    private static final List<Check> ACTIVE = List.of(
            new Check(LogIn.NAME, "right credentials bring a pair of tokens, as often as they are sent", LogIn::run),
            new Check(
                    TokenShape.NAME,
                    "both tokens are signed JSON Web Tokens with a plausible expiry, and differ",
                    TokenShape::run),
            new Check(
                    Refresh.NAME,
                    "a refresh token brings a new pair for the same user, and that pair the next",
                    Refresh::run),
            new Check(
                    NearMissCredentials.NAME,
                    "credentials that are nearly right, or known to everybody, are refused",
                    NearMissCredentials::run),
            new Check(UserEnumeration.NAME, "an unknown key cannot be told from a wrong secret", UserEnumeration::run),
            new Check(
                    RefreshRefusals.NAME,
                    "garbage, changed, unsigned and access tokens do not refresh",
                    RefreshRefusals::run),
            new Check(
                    RequestBodies.NAME,
                    "bodies that break a rule of the document are refused as such, and no others",
                    RequestBodies::run),
            new Check(
                    HostileBodies.NAME,
                    "absent, huge, broken and malicious bodies do no harm: what is wrong is refused with a 4xx",
                    HostileBodies::run),
            new Check(
                    Representations.NAME,
                    "a good request is taken in every form that means the same",
                    Representations::run),
            new Check(Methods.NAME, "methods that a path does not have are refused with a 4xx", Methods::run),
            new Check(Paths.NAME, "there is nothing at other paths", Paths::run),
            new Check(
                    GeneratedClientCheck.NAME,
                    "the generated client gets every documented response, typed and valid",
                    new GeneratedClientCheck()::run),
            new Check(
                    Expiry.NAME,
                    "a refresh token that has expired is refused (seen only with --await-expiry)",
                    Expiry::run),
            new Check(
                    Observations.NAME,
                    "what the contract leaves open: algorithm, lifetimes, reuse of refresh tokens, headers",
                    Observations::run));

    private static final Map<String, String> PASSIVE = titles("""
            answers: every request is answered, in time, with HTTP
            no-server-error: no request brings a 5xx
            no-redirect: no request is redirected
            documented-status: every response has a status that the document describes
            content-type: every response has a media type that the document describes
            response-body: every body keeps to the schema of its status
            status-member: the status in a problem is the HTTP status
            names-members: a validation problem names the properties that are wrong
            no-secret-echo: neither key nor secret comes back, nor a token in an error or a header
            no-stack-trace: no response shows the server's inside
            no-framework-page: responses that the document does not describe are no pages of HTML
            allow-header: 405 names the right methods in 'Allow'
            unsupported-media-type: other media types bring 415, which the contract leaves open
            """);

    private Catalogue() {}

    private static Map<String, String> titles(String lines) {
        Map<String, String> titles = new LinkedHashMap<>();
        lines.lines().map(line -> line.split(": ", 2)).forEach(line -> titles.put(line[0], line[1]));
        return titles;
    }

    /**
     * Those that ask.
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
        Map<String, String> titles = new LinkedHashMap<>();
        ACTIVE.forEach(check -> titles.put(check.name(), check.title()));
        titles.putAll(PASSIVE);
        return titles;
    }

    /**
     * Those that look at every answer.
     *
     * @return titles by name
     */
    public static Map<String, String> passive() {
        return PASSIVE;
    }

    /**
     * Whether a check looks at the answers to others' questions, so that all of them must be asked.
     *
     * @param name its name
     * @return true if it asks nothing itself
     */
    public static boolean isPassive(String name) {
        return PASSIVE.containsKey(name);
    }
}
