package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.run.ContractCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

/** What the README says of the contract suite, compared with the command, and its JUnit class run. */
class ReadmeSuiteTest {
    private static final String BUILD = """
            import net.ixapi.auth.contract.targets.EmbeddedStub;
            import org.junit.platform.engine.discovery.DiscoverySelectors;
            import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
            import org.junit.platform.launcher.core.LauncherFactory;
            import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

            public class Build {
                public static void main(String[] arguments) {
                    SummaryGeneratingListener results = new SummaryGeneratingListener();
                    LauncherFactory.create().execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectClass(OurServerTest.class))
                                    .build(),
                            results);
                    System.out.println(results.getSummary().getTestsSucceededCount() > 20);
                    System.out.println(results.getSummary().getTotalFailureCount());
                    System.exit(0);
                }
            }

            final class OurServer {
                private static final EmbeddedStub STUB = EmbeddedStub.start();

                static java.net.URI address() {
                    return STUB.target().baseUri();
                }

                static String key() {
                    return EmbeddedStub.API_KEY;
                }

                static String secret() {
                    return EmbeddedStub.API_SECRET;
                }
            }
            """;

    @TempDir
    private Path folder;

    @Tag("long")
    @Test
    void theJUnitClassChecksAServer() throws Exception {
        String test = Readme.SUITE.blocks("java").get(0);
        int end = test.lastIndexOf("import");
        int line = test.indexOf('\n', end) + 1;
        Program program = Program.of(folder, "Build", test.substring(0, line) + BUILD + test.substring(line));

        assertThat(program.output(Map.of())).endsWith("true\n0");
    }

    @Test
    void everyOptionIsThereAndNoOther() {
        List<String> real = ContractCommand.commandLine().getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !List.of("--help", "--version").contains(name))
                .toList();

        assertThat(Readme.SUITE.rows("Option of the suite"))
                .flatExtracting(row -> names(row.get(0)))
                .containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void theDefaultsAreTheRealOnes() {
        for (OptionSpec option : ContractCommand.commandLine().getCommandSpec().options()) {
            String value = option.initialValue() instanceof Number number ? number.toString() : option.defaultValue();
            if (value != null && !value.startsWith("$")) {
                assertThat(Readme.SUITE.rows("Option of the suite"))
                        .filteredOn(row -> names(row.get(0)).contains(option.longestName()))
                        .extracting(row -> row.get(1).replace(" ", ""))
                        .containsExactly(value);
            }
        }
    }

    @Test
    void theExitCodesAreThoseOfTheHelp() {
        String help = ContractCommand.commandLine().getUsageMessage().replaceAll("\\s+", " ");

        assertThat(Readme.SUITE.rows("Exit code"))
                .allSatisfy(row -> assertThat(help).containsPattern("[ ,]" + row.get(0) + " [a-z]"))
                .hasSize(6);
    }

    private static List<String> names(String cell) {
        Matcher names = Pattern.compile("`(--[a-z-]+)`").matcher(cell);
        return names.results().map(name -> name.group(1)).toList();
    }
}
