package net.ixapi.auth.contract.report;

/**
 * What the one who started a run says of it. Each text may be empty. Immutable.
 *
 * @param server the name of the server
 * @param version its version
 * @param contact whom to ask about it
 * @param repeat the command that repeats the run, without secrets
 */
public record About(String server, String version, String contact, String repeat) {
    /** Of a run of which nobody says anything. */
    public static final About NOTHING = new About("", "", "", "");

    /** What stands before the server's address. */
    String prefix() {
        return server.isEmpty() ? "" : (server + " " + version).strip() + " at ";
    }
}
