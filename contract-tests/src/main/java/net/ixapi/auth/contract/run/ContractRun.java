package net.ixapi.auth.contract.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.checks.Check;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.Reports;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.RunEndedException;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;

/**
 * Runs the checks against one server, one request at a time. Made for one run; not safe for use by several threads at once.
 */
public final class ContractRun {
    private final OpenApiDocument document;
    private final Options options;
    private final SSLSocketFactory tls;
    private final Consumer<Progress> progress;
    private final Clock clock;
    private final Sleeper sleeper;

    /**
     * A run.
     *
     * @param document the contract
     * @param options what to check, and with how much patience
     * @param tls makes the sockets of https
     * @param progress told before each check runs
     */
    public ContractRun(OpenApiDocument document, Options options, SSLSocketFactory tls, Consumer<Progress> progress) {
        this(document, options, tls, progress, Clock.systemUTC(), Sleeper.REAL);
    }

    private ContractRun(
            OpenApiDocument document,
            Options options,
            SSLSocketFactory tls,
            Consumer<Progress> progress,
            Clock clock,
            Sleeper sleeper) {
        this.document = document;
        this.options = options;
        this.tls = tls;
        this.progress = progress;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /**
     * Runs the checks against the contract that this suite was built with, with the JDK's own trust store.
     *
     * @param target the server
     * @param options what to check, and with how much patience
     * @return what came of it
     * @throws UnreachableException if there is no IX-API at the target
     */
    public static Report of(ContractTarget target, Options options) throws UnreachableException {
        return ofTheContract(options).against(target);
    }

    /**
     * Runs the checks against the contract that this suite was built with, and the stub. It moves the stub's clock instead of waiting.
     *
     * @param stub a running stub
     * @param options what to check
     * @return what came of it
     * @throws UnreachableException if the stub is closed
     */
    public static Report of(EmbeddedStub stub, Options options) throws UnreachableException {
        return ofTheContract(options).by(stub.clock(), stub::advance).against(stub.target());
    }

    private static ContractRun ofTheContract(Options options) {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new ContractRun(OpenApiDocument.ofTheContract(), options, tls, progress -> {});
    }

    /**
     * The same run by another clock than the machine's.
     *
     * @param clock tells whether the times in tokens are plausible
     * @param sleeper moves that clock, or waits until it has moved
     * @return a run that has not begun
     */
    public ContractRun by(Clock clock, Sleeper sleeper) {
        return new ContractRun(document, options, tls, progress, clock, sleeper);
    }

    /**
     * Runs the checks.
     *
     * @param target the server
     * @return what came of it
     * @throws UnreachableException if there is no IX-API at the target
     */
    public Report against(ContractTarget target) throws UnreachableException {
        Instant started = clock.instant();
        long start = System.nanoTime();
        Secrets secrets = new Secrets();
        Findings findings = new Findings();
        try (Wire wire = new Wire(target.baseUri(), tls, options.limits(), sleeper)) {
            Probe probe = new Probe(target, document, wire, secrets, findings, options, clock, sleeper);
            List<Report.CheckResult> checks = new ArrayList<>();
            Function<String, Report> report = ended ->
                    Reports.of(probe, checks, wanted(findings), secrets, started, since(start), wire.calls(), ended);
            try {
                Preflight.require(probe);
                run(probe, wire, findings, checks);
                passive(checks);
                return report.apply("");
            } catch (UnreachableException e) {
                throw e.with(report.apply(secrets.redacted(e.getMessage())));
            } catch (RunEndedException e) {
                passive(checks);
                return report.apply(e.getMessage());
            }
        }
    }

    private List<Finding> wanted(Findings findings) {
        return findings.sorted().stream()
                .filter(finding -> options.wants(finding.check()))
                .toList();
    }

    private void passive(List<Report.CheckResult> checks) {
        Catalogue.passive().forEach((name, title) -> {
            if (options.wants(name)) {
                checks.add(new Report.CheckResult(name, title, Duration.ZERO, ""));
            }
        });
    }

    private void run(Probe probe, Wire wire, Findings findings, List<Report.CheckResult> results) {
        List<Check> asked = Catalogue.active().stream().filter(this::isAsked).toList();
        for (Check check : asked) {
            progress.accept(
                    new Progress(results.size() + 1, asked.size(), check.name(), wire.calls(), faults(findings)));
            long start = System.nanoTime();
            check.run(probe);
            results.add(new Report.CheckResult(check.name(), check.title(), since(start), probe.notRun(check.name())));
        }
    }

    /** What a person waited, even where the run moves a clock of its own. */
    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Notes are not faults of the server. */
    private static int faults(Findings findings) {
        return (int) findings.sorted().stream()
                .filter(finding -> finding.level() != Level.INFO)
                .count();
    }

    /** Those that only look need all that ask. */
    private boolean isAsked(Check check) {
        boolean looking = options.only().stream().anyMatch(Catalogue::isPassive);
        return !options.skip().contains(check.name()) && (looking || options.wants(check.name()));
    }
}
