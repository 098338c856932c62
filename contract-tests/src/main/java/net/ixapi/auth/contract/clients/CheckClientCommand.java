package net.ixapi.auth.contract.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import net.ixapi.auth.stub.Account;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The subcommand that checks a client. */
@Command(
        name = "check-client",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks whether a client keeps the contract of IX-API v2 authentication.",
            "Runs its command once for each scenario, with IX_API_HOST, IX_API_KEY, IX_API_SECRET and others in the environment:"
                    + " see contract-tests/clients.md."
        },
        footer = {
            "",
            "Exit codes: 0 conformant, 1 findings, 2 wrong usage, or a client that cannot be started,",
            "3 the client sent nothing, 4 some scenarios were not run for want of time, 70 the suite itself failed."
        })
public final class CheckClientCommand implements Callable<Integer> {
    private static final int SENT_NOTHING = 3;
    private static final int TOO_LITTLE = 4;
    private static final int MAX_PORT = 65_535;
    private static final int MAX_JOBS = 64;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "COMMAND",
            description =
                    "The client's command, after '--'. Without it, you start the client by hand, and are told what to do.")
    private List<String> command = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where to listen, for one scenario at a time (default: a free port).")
    private @Nullable Integer port;

    @Option(names = "--jobs", paramLabel = "N", description = "How many scenarios at the same time (default: 4).")
    private @Nullable Integer jobs;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            arity = "1..*",
            description = "Run only these scenarios, or those that test these requirements; see --list.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(
            names = "--timeout",
            defaultValue = "75s",
            description = "How long a client may take beyond the time of its calls (default: ${DEFAULT-VALUE}).")
    private Duration timeout;

    @Option(names = "--report", paramLabel = "DIR", description = "Write index.html, report.json and junit.xml there.")
    private @Nullable Path reports;

    @Option(names = "--list", description = "Print all scenarios and requirements, and end.")
    private boolean list;

    @Option(names = "--strict", description = "Weaknesses count as failures too.")
    private boolean strict;

    private CheckClientCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (list) {
            out().println(ClientReports.list());
            return CommandLine.ExitCode.OK;
        }
        ClientRun.Settings settings = settings();
        requireFolder();
        try {
            return tell(new ClientRun(client(), settings, this::show).run());
        } catch (UncheckedIOException e) {
            throw wrong(e.getMessage());
        }
    }

    private int tell(ClientReport report) throws IOException {
        if (report.scenarios().get(0).misses()) {
            spec.commandLine()
                    .getErr()
                    .println("The client sent nothing to the server at IX_API_HOST, and ended with "
                            + report.scenarios().get(0).ended() + ". It printed: "
                            + report.scenarios().get(0).output());
            return SENT_NOTHING;
        }
        out().println(ClientReports.text(report, strict));
        if (reports != null) {
            ClientReports.write(report, strict, reports);
            out().println("  Report: " + reports.resolve("index.html").toUri());
        }
        out().flush();
        return report.isBroken(strict) ? 1 : report.provesTooLittle() ? TOO_LITTLE : 0;
    }

    private ClientProgram client() {
        return command.isEmpty()
                ? new GuidedClient(
                        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), out())
                : new ClientProcess(command);
    }

    private ClientRun.Settings settings() {
        boolean guided = command.isEmpty();
        boolean alone = guided || port != null;
        requireBetween("--port", port == null ? 0 : port, 0, MAX_PORT);
        requireBetween("--jobs", jobs == null ? 1 : jobs, 1, MAX_JOBS);
        if (alone && jobs != null && jobs > 1) {
            throw wrong("--jobs must be 1 with --port, and without a command");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofHours(1)) > 0) {
            throw wrong("--timeout must be between 1ms and 1h");
        }
        return new ClientRun.Settings(
                scenarios(),
                alone ? 1 : jobs == null ? ClientRun.Settings.DEFAULT.jobs() : jobs,
                port == null ? 0 : port,
                timeout,
                guided ? Duration.ofDays(1) : ClientRun.Settings.DEFAULT.total(),
                // A person sees them, so they are those that everybody knows.
                guided ? Account.EXAMPLE : null);
    }

    private Set<String> scenarios() {
        Set<String> names = new LinkedHashSet<>();
        for (String name : only) {
            List<String> found = Scenarios.named(name);
            if (found.isEmpty()) {
                throw wrong("There is no scenario or requirement '" + name + "'. --list prints all of them.");
            }
            names.addAll(found);
        }
        return names;
    }

    private void requireBetween(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw wrong(option + " must be between " + least + " and " + most);
        }
    }

    /** Before anything runs: a report that cannot be written would be a run for nothing. */
    private void requireFolder() {
        try {
            if (reports != null) {
                Files.createDirectories(reports);
            }
        } catch (IOException e) {
            throw wrong("--report must be a folder, or the name of a new one: " + e.getMessage());
        }
    }

    private void show(String progress) {
        spec.commandLine().getErr().println(progress);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
