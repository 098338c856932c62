package net.ixapi.auth.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.ixapi.auth.templates.Compilation;

/** A class with a main method, compiled as strictly as the project is, and run in a process of its own. */
final class Program {
    private final Path classes;
    private final String name;

    private Program(Path classes, String name) {
        this.classes = classes;
        this.name = name;
    }

    static Program of(Path folder, String name, String source) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(name + "/sources"));
        Path classes = Files.createDirectories(folder.resolve(name + "/classes"));
        Files.writeString(sources.resolve(name + ".java"), source);
        assertThat(Compilation.run(sources, classes)).isEmpty();
        return new Program(classes, name);
    }

    /** What it says, on one line or several, without the logger's complaints. */
    String output(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        // The reader's program has no SLF4J provider, but the class path of the tests does.
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        classes + System.getProperty("path.separator") + Compilation.classPath(),
                        name)
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("IX_API_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output.lines().filter(line -> !line.startsWith("SLF4J")).collect(Collectors.joining("\n"));
    }
}
