package net.ixapi.auth.contract.clients;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import java.util.concurrent.Callable;
import net.ixapi.auth.contract.report.About;
import net.ixapi.auth.contract.report.ReportOptions;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.requirements.Side;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "Runs its command once for each scenario: see contract-tests/clients.md for what it must do."
        },
        footer = {
            "",
            "Exit codes: 0 conformant, or all violations accepted, 1 findings, or a baseline out of date,",
            "2 wrong usage, or the client cannot be started, 3 it sent nothing,",
            "4 some scenarios were not run, 70 the suite itself failed."
        })
public final class CheckClientCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;
    private static final int MAX_JOBS = 64;
    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", description = "The client, after '--'. Without it, you start yours by hand.")
    private List<String> command = new ArrayList<>();

    @Option(names = "--port", description = "Where to listen, for one scenario at a time (default: a free port).")
    private int port;

    @Option(names = "--jobs", description = "How many scenarios at the same time (default: 4).")
    private int jobs = 4;

    @Option(
            names = "--only",
            arity = "1..*",
            defaultValue = Requirement.ALL,
            description = "Run these scenarios, or those of these requirements (default: ${DEFAULT-VALUE}).")
    private Set<String> only;

    @Option(names = "--timeout", description = "The longest a client may take beyond its calls (default: 75s).")
    private Duration timeout = Duration.ofSeconds(75);

    @Mixin
    private ReportOptions reports;

    @Option(names = "--list", description = "Print all scenarios and requirements, and end.")
    private boolean list;

    private CheckClientCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            Scenario.all().forEach(one -> out.println(String.format("%-24s %s", one.name(), one.title())));
            out.println();
            Requirements.ofTheContract().stream()
                    .filter(requirement -> requirement.side() == Side.CLIENT)
                    .forEach(out::println);
            return CommandLine.ExitCode.OK;
        }
        reports.require();
        ClientRun run = new ClientRun(
                client(out), settings(), Clock.systemUTC(), spec.commandLine().getErr()::println);
        try {
            return reports.tell(run.run(), About.NOTHING).exitCode();
        } catch (UncheckedIOException e) {
            throw wrong(e.getMessage());
        }
    }

    private ClientProgram client(PrintWriter out) {
        if (!command.isEmpty()) {
            return new ClientProcess(command);
        }
        out.println(GuidedClient.INTRODUCTION);
        return new GuidedClient(new Scanner(System.in), out);
    }

    private ClientRun.Settings settings() {
        boolean inTime = timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0;
        if (port < 0 || port > MAX_PORT || jobs < 1 || jobs > MAX_JOBS || !inTime) {
            throw wrong("--port must be between 0 and " + MAX_PORT + ", --jobs between 1 and " + MAX_JOBS
                    + ", --timeout between 1s and 1h");
        }
        int atOnce = port > 0 || command.isEmpty() ? 1 : jobs;
        return new ClientRun.Settings(scenarios(), atOnce, port, timeout, command.isEmpty());
    }

    private List<Scenario> scenarios() {
        only.stream().filter(one -> Scenario.named(Set.of(one)).isEmpty()).forEach(one -> {
            throw wrong("There is no scenario or requirement '" + one + "'. --list prints all of them.");
        });
        return Scenario.named(only);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
