package net.ixapi.auth.contract.run;

import java.util.List;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.report.About;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say what a report says of the server. */
final class AboutOptions {
    /** What must not stand in a command that others read. */
    private static final List<String> SECRET =
            List.of("--api-key", "--api-secret", "--header", "--proxy-user", "--client-cert-password");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--server", paramLabel = "NAME", description = "The server's name, for the report.")
    private String server = "";

    @Option(names = "--server-version", paramLabel = "VERSION", description = "Its version.")
    private String version = "";

    @Option(names = "--contact", description = "Whom to ask about it.")
    private String contact = "";

    About about() {
        return new About(server, version, contact, repeat());
    }

    private String repeat() {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !SECRET.contains(option.longestName()))
                .map(AboutOptions::written)
                .collect(Collectors.joining(" ", "java -jar ixapi-auth-contract.jar ", ""))
                .strip();
    }

    private static String written(OptionSpec option) {
        return option.originalStringValues().stream()
                .filter(value -> option.arity().max() > 0)
                .map(value -> value.matches("[\\w.,:/@%+=-]+") ? value : "'" + value.replace("'", "'\\''") + "'")
                .reduce(option.longestName(), (words, word) -> words + " " + word);
    }
}
