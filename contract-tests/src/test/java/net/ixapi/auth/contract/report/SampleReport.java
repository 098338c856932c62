package net.ixapi.auth.contract.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.Coverage.Kind;
import net.ixapi.auth.contract.requirements.Side;

/** A report of what a hostile server could put into one: control characters, markup, words of XML. */
public final class SampleReport {
    /** Everything that could mean something to a terminal, a browser or a parser. */
    static final String HOSTILE = "\u001b[2J\u0007\0\uD83D <script>alert('x')</script> & \"]]> \uFFFE \u009b \u202e";

    /** The day of the run. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private SampleReport() {}

    static Report hostile() {
        return report(
                HOSTILE,
                "",
                3,
                GeneratedClientResult.NONE,
                List.of(finding(Level.VIOLATION), finding(Level.WEAKNESS), finding(Level.INFO)));
    }

    public static Report of(ReportedFinding... findings) {
        return report("", "", 3, GeneratedClientResult.NONE, List.of(findings));
    }

    public static Report ended(String why) {
        return report("", why, 3, GeneratedClientResult.NONE, List.of());
    }

    /** One in which {@code POST /x} never brought its 200. */
    public static Report unseen(ReportedFinding... findings) {
        return report("", "", 0, GeneratedClientResult.NONE, List.of(findings));
    }

    static Report of(GeneratedClientResult result) {
        return report("", "", 3, result, List.of());
    }

    public static ReportedFinding finding(Level level) {
        return finding("AUTH-LOGIN-001", level, "POST /x", HOSTILE);
    }

    public static ReportedFinding finding(String requirement, Level level, String operation, String cause) {
        return new ReportedFinding(
                requirement,
                requirement,
                "log-in",
                level,
                operation,
                cause,
                HOSTILE,
                HOSTILE,
                HOSTILE,
                2,
                new ReportedFinding.Proof(HOSTILE, HOSTILE, HOSTILE),
                "");
    }

    private static Report report(
            String kind,
            String ended,
            int times,
            GeneratedClientResult generatedClient,
            List<ReportedFinding> findings) {
        RunResult run = new RunResult(
                Side.SERVER,
                new RunResult.Contract("Contract 1", "0".repeat(64)),
                "http://127.0.0.1/api/v2",
                Instant.parse(TODAY + "T11:00:00Z"),
                1_234,
                42,
                1,
                false,
                ended,
                null,
                List.of(
                        new RunResult.CheckResult("log-in", "a title", 7, "", ""),
                        new RunResult.CheckResult("methods", "another title", 0, "", "")),
                Map.of("AUTH-HTTP-004", "nobody asked"),
                List.of(new Coverage(
                        "POST /x",
                        200,
                        true,
                        times,
                        List.of(new Kind("application/json", true, 2), new Kind("text/" + kind, false, 1)),
                        List.of(new Kind("urn:" + kind, false, 1)))),
                List.of(new Rule("POST /x", "a maxLength", 1, 1, true)),
                generatedClient,
                List.of(),
                findings,
                Map.of());
        return new Report(run, Baseline.EMPTY, false, About.NOTHING);
    }

    /** The same where weaknesses count as failures. */
    public static Report strict(Report report) {
        return new Report(report.run(), report.findings(), report.outdated(), true, report.about());
    }
}
