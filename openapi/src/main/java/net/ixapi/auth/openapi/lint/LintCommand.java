package net.ixapi.auth.openapi.lint;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import net.ixapi.auth.openapi.command.CommandFailures;
import net.ixapi.auth.openapi.command.DurationConverter;
import net.ixapi.auth.openapi.document.Document;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The runnable jar: says with file and line what is wrong with OpenAPI documents. */
@Command(
        name = "ixapi-auth-lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Checks OpenAPI 3.0 documents for what this project's templates cannot make code of.",
        footer = {
            "",
            "Exit codes: 0 no findings, 1 findings or a file that cannot be read, 2 wrong usage, 70 the linter failed."
        })
public final class LintCommand implements Callable<Integer> {
    private static final int FINDINGS = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Documents in YAML or JSON.")
    private List<Path> files;

    @Option(
            names = "--house-rules",
            description =
                    "Expect what this project expects of its own contract, too: tags, descriptions, valid examples,"
                            + " problem documents, marked secrets, no optional property that may be null, no component that is not"
                            + " used.")
    private boolean houseRules;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "1m",
            description = "Give a file up after this time (default: ${DEFAULT-VALUE}): a pattern can take years.")
    private Duration timeout;

    private LintCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /**
     * The command, for programs that run it without ending with it.
     *
     * @return a command line that has not run yet
     */
    public static CommandLine commandLine() {
        CommandLine line =
                new CommandLine(new LintCommand()).registerConverter(Duration.class, new DurationConverter());
        String version = LintCommand.class.getPackage().getImplementationVersion();
        line.getCommandSpec().version("ixapi-auth-lint " + Objects.requireNonNullElse(version, "(not packaged)"));
        return CommandFailures.handled(line, "The linter");
    }

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        List<RuleGroup> groups = houseRules ? List.of(RuleGroup.values()) : List.of(RuleGroup.SUPPORTED);
        boolean clean = true;
        for (Path file : files) {
            clean &= print(LintRun.of(file, Document.name(file), groups, timeout));
        }
        return clean ? CommandLine.ExitCode.OK : FINDINGS;
    }

    private boolean print(LintRun.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        result.findings().forEach(out::println);
        result.summary().lines().forEach(out::println);
        out.flush();
        return result.findings().isEmpty();
    }
}
