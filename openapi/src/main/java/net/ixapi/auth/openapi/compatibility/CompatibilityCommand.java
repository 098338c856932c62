package net.ixapi.auth.openapi.compatibility;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import net.ixapi.auth.openapi.command.CommandFailures;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.UnreadableDocumentException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that compares a document with the last released contract. */
@Command(
        name = "ixapi-auth-compatibility",
        sortOptions = false,
        description = {
            "Tells whether clients of the released contract still work with a document.",
            "Whoever sends may not be asked for more, and whoever receives may not get what was ruled out."
        },
        footer = {
            "",
            "Exit codes: 0 compatible, 1 incompatible or a stale entry among the accepted changes,",
            "2 wrong usage or a file that cannot be compared, 70 the comparison failed.",
            "What was accepted is compatible, and so is everything in a new major version."
        })
public final class CompatibilityCommand implements Callable<Integer> {
    private static final int INCOMPATIBLE = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RELEASED",
            description = "A released contract, or a folder of which the newest counts.")
    private Path released;

    @Parameters(index = "1", paramLabel = "DOCUMENT", description = "The document as it is now.")
    private Path document;

    @Option(
            names = "--accepted",
            required = true,
            paramLabel = "FILE",
            description =
                    "The incompatible changes that were accepted: a list 'changes', each with 'change' and 'reason'.")
    private Path accepted;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private CompatibilityCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return CommandFailures.handled(new CommandLine(new CompatibilityCommand()), "The comparison");
    }

    @Override
    public Integer call() {
        try {
            Verdict verdict =
                    Verdict.of(Releases.newest(released), Contract.read(document), AcceptedChanges.read(accepted));
            spec.commandLine().getOut().println(verdict.text(Document.name(accepted)));
            return verdict.isGood() ? ExitCode.OK : INCOMPATIBLE;
        } catch (NotComparableException | UnreadableDocumentException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.USAGE;
        }
    }
}
