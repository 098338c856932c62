package net.ixapi.auth.contract.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Secrets;

/** Makes reports, and writes them to files. */
public final class Reports {
    private Reports() {}

    /**
     * The report of a run that has ended.
     *
     * @param probe what the run knows
     * @param checks the checks that ran
     * @param findings what they found
     * @param secrets all secrets that the run has seen
     * @param started when it began
     * @param took how long it took
     * @param calls how many requests were sent
     * @param ended why the run ended before its last check; empty where it did not
     * @return the report
     */
    public static Report of(
            Probe probe,
            List<Report.CheckResult> checks,
            List<Finding> findings,
            Secrets secrets,
            Instant started,
            Duration took,
            int calls,
            String ended) {
        Coverages coverages = new Coverages(probe, secrets);
        ReportedFindings proofs = new ReportedFindings(probe.target().baseUri(), secrets);
        return new Report(
                probe.document().title(),
                probe.document().sha256(),
                probe.target().baseUri(),
                started,
                took,
                calls,
                probe.options().isPartial(),
                ended,
                checks,
                probe.options().seed(),
                coverages.answers(),
                coverages.rules(),
                GeneratedClientResult.of(probe.typed()),
                probe.fixtures().untried(),
                findings.stream().map(proofs::of).toList());
    }

    /**
     * Writes {@code report.json}, {@code junit.xml} and {@code index.html}.
     *
     * @param report the report
     * @param strict whether weaknesses count as failures
     * @param folder where to; made if it is not there
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, boolean strict, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(JsonReport.of(report, strict), folder.resolve("report.json"));
        write(JUnitReport.of(report, strict), folder.resolve("junit.xml"));
        write(HtmlReport.of(report, strict), folder.resolve("index.html"));
    }

    /** Half a surrogate pair, which JSON of a server may hold, becomes a question mark; Files.writeString would refuse it. */
    private static void write(String text, Path file) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
