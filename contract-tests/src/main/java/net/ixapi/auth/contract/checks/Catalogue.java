package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All checks: those that ask, in the order in which they run, and those that look at every answer. */
public final class Catalogue {
    /** The first are the ones without which the others prove little. */
    private static final List<Check> ACTIVE = List.of(
            new LogIn(),
            new TokenPair(),
            new Refresh(),
            new NearMissCredentials(),
            new UserEnumeration(),
            new RefreshRefusals(),
            new RequestBodies(),
            new HostileBodies(),
            new Representations(),
            new Methods(),
            new Paths(),
            new GeneratedClientCheck(),
            new Expiry(),
            new Observations());

    private static final Map<String, String> PASSIVE = titlesOfPassive();

    private Catalogue() {}

    private static Map<String, String> titlesOfPassive() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("answers", "every request is answered, in time, with HTTP");
        titles.put("no-server-error", "no request brings a 5xx");
        titles.put("no-redirect", "no request is redirected");
        titles.put("documented-status", "every answer has a status that the document describes");
        titles.put("content-type", "every answer has a media type that the document describes");
        titles.put("response-body", "every body keeps to the schema of its status");
        titles.put("status-member", "the status in a problem is the HTTP status");
        titles.put("names-members", "a validation problem names the members that are wrong");
        titles.put("no-secret-echo", "neither key nor secret comes back, nor a token in an error or a header");
        titles.put("no-stack-trace", "no answer shows the server's inside");
        titles.put("no-framework-page", "answers that the document does not describe are no pages of HTML");
        titles.put("allow-header", "405 names the right methods in 'Allow'");
        titles.put("unsupported-media-type", "other media types bring 415, which the contract leaves open");
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
