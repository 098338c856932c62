package net.ixapi.auth.contract.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.checks.Check;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.report.About;
import net.ixapi.auth.contract.report.Baseline;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.contract.report.HarReport;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.RunResult;
import net.ixapi.auth.contract.report.RunResult.CheckResult;
import net.ixapi.auth.contract.report.RunResults;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.contract.wire.RunEndedException;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;

/**
 * Runs the checks against one server, one request at a time. Immutable.
 *
 * @param document the contract
 * @param options what to check, and with how much patience
 * @param route how servers are reached
 * @param progress told before each check runs, in one line
 * @param clock tells whether the times in tokens are plausible
 * @param sleeper waits, or moves that clock
 */
public record ContractRun(
        OpenApiDocument document,
        Options options,
        Route route,
        Consumer<String> progress,
        Clock clock,
        Sleeper sleeper) {
    /**
     * A run by the machine's clock.
     *
     * @param document the contract
     * @param options what to check, and with how much patience
     * @param route how servers are reached
     * @param progress told before each check runs, in one line
     */
    public ContractRun(OpenApiDocument document, Options options, Route route, Consumer<String> progress) {
        this(document, options, route, progress, Clock.systemUTC(), Sleeper.REAL);
    }

    /**
     * Runs the checks against the contract that this suite was built with, with the JDK's own trust store.
     *
     * @param target the server
     * @param options what to check, and with how much patience
     * @return what came of it, also where there is no IX-API at the target, or it refuses the credentials
     */
    public static Report of(ContractTarget target, Options options) {
        return ofTheContract(options).against(target);
    }

    /**
     * Runs the checks against the contract that this suite was built with, and the stub. It moves the stub's clock instead of waiting.
     *
     * @param stub a running stub
     * @param options what to check
     * @return what came of it, also where there is no IX-API at the target, or it refuses the credentials
     */
    public static Report of(EmbeddedStub stub, Options options) {
        return ofTheContract(options).by(stub.clock(), stub::advance).against(stub.target());
    }

    private static ContractRun ofTheContract(Options options) {
        return new ContractRun(OpenApiDocument.ofTheContract(), options, Route.DIRECT, progress -> {});
    }

    /**
     * The same run by another clock than the machine's.
     *
     * @param clock tells whether the times in tokens are plausible
     * @param sleeper moves that clock, or waits until it has moved
     * @return a run that has not begun
     */
    public ContractRun by(Clock clock, Sleeper sleeper) {
        return new ContractRun(document, options, route, progress, clock, sleeper);
    }

    /**
     * Runs the checks.
     *
     * @param target the server
     * @return what came of it, also where there is no IX-API at the target, or it refuses the credentials
     */
    public Report against(ContractTarget target) {
        Instant started = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long start = System.nanoTime();
        Secrets secrets = new Secrets();
        Set<String> words = new HashSet<>(Requirements.words());
        words.addAll(document.secrets());
        secrets.allow(target.baseUri(), words);
        for (int i = 0; i < route.headers().size(); i++) {
            secrets.add(route.headers().get(i).value(), "IX_API_HEADER_" + (i + 1));
        }
        Findings findings = new Findings(options::wants);
        List<CheckResult> results = new ArrayList<>();
        List<HarReport.Recorded> recorded = new ArrayList<>();
        try (Wire wire = new Wire(target.baseUri(), route, options.limits(), sleeper)) {
            if (options.recording()) {
                wire.tell(exchange -> recorded.add(new HarReport.Recorded(exchange, clock.instant())));
            }
            Probe probe = new Probe(target, document, wire, secrets, findings, options, clock, sleeper);
            Fixtures fixtures = new Fixtures(probe);
            String ended = "";
            Verdict unjudged = null;
            try {
                probe.operations().logIn().ifPresent(logIn -> new Preflight(probe, fixtures, logIn).require());
                run(probe, fixtures, wire, results);
            } catch (RunEndedException e) {
                ended = ConsoleReport.clean(e.getMessage());
                unjudged = e instanceof Preflight.Unjudged reason ? reason.verdict : null;
            }
            boolean judged = unjudged == null;
            Catalogue.titles().forEach((name, title) -> {
                if (judged && Catalogue.isPassive(name) && options.wants(name)) {
                    results.add(new CheckResult(name, title, 0, "", ""));
                }
            });
            RunResult result = RunResults.of(
                    probe, results, findings, secrets, started, since(start), wire.calls(), ended, unjudged, recorded);
            return new Report(result, Baseline.EMPTY, false, About.NOTHING);
        }
    }

    private void run(Probe probe, Fixtures fixtures, Wire wire, List<CheckResult> results) {
        // Passive checks need the requests of all active ones.
        boolean passive = options.only().stream().anyMatch(Catalogue::isPassive);
        List<Check> checks = Catalogue.active().stream()
                .filter(check -> !options.skip().contains(check.name()) && (passive || options.wants(check.name())))
                .toList();
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            long found = probe.findings().sorted().stream()
                    .filter(finding -> finding.level() != Level.INFO)
                    .count();
            progress.accept(String.format(
                    "[%d/%d] %s · %d requests · %d finding%s",
                    i + 1, checks.size(), check.name(), wire.calls(), found, found == 1 ? "" : "s"));
            long start = System.nanoTime();
            check.run(probe, fixtures);
            if (options.wants(check.name())) {
                String notRun = probe.skipped().getOrDefault(check.name(), "");
                results.add(
                        new CheckResult(check.name(), Catalogue.titles().get(check.name()), since(start), notRun, ""));
            }
        }
    }

    /** What a person waited, even where the run moves a clock of its own. */
    private static long since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
