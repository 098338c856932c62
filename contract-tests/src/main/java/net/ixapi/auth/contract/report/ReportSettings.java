package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How a run is judged, and what is said of it. Immutable.
 *
 * @param baseline the findings that are accepted
 * @param strict whether weaknesses count as failures
 * @param about who was checked, and how
 */
public record ReportSettings(@JsonIgnore Baseline baseline, boolean strict, About about) {
    /** Nothing is accepted, weaknesses are no failures, and nobody has said anything. */
    public static final ReportSettings DEFAULT =
            new ReportSettings(new Baseline(List.of()), false, new About("", "", "", ""));

    /**
     * What the one who started the run says of it. Each text may be empty.
     *
     * @param server the name of the server
     * @param version its version
     * @param contact whom to ask about it
     * @param repeat the command that repeats the run, without secrets
     */
    public record About(String server, String version, String contact, String repeat) {
        /** What stands before the server's address. */
        String prefix() {
            return server.isEmpty() ? "" : (server + " " + version).strip() + " at ";
        }
    }
}
