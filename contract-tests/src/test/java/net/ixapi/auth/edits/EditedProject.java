package net.ixapi.auth.edits;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.templates.Compilation;
import net.ixapi.auth.templates.Generation;

/**
 * This project with another document in place of its contract: models, client, server interface, stub and suite, generated and
 * compiled anew into a folder, and run within this JVM. Not safe for use by several threads at once.
 */
final class EditedProject {
    private static final Pattern GENERATED_OR_OVER_IT = Pattern.compile(
            ".*/(ixapi-auth-(model|client|server-stub)[^/]*\\.jar|(api-model|client|server-stub|contract-tests)/target/(test-)?classes/?)");

    private static final Pattern OPENAPI =
            Pattern.compile(".*/(ixapi-auth-openapi[^/]*\\.jar|openapi/target/classes/?)");

    /** What an edit does not change, and has no trace of the unedited contract. */
    private static final List<Path> LIBRARIES = classPath()
            .filter(entry -> !GENERATED_OR_OVER_IT.matcher(entry).matches())
            .filter(entry -> !OPENAPI.matcher(entry).matches())
            .map(Path::of)
            .toList();

    private final Path classes;
    private final List<Path> sources;

    private EditedProject(Path classes, List<Path> sources) {
        this.classes = classes;
        this.sources = sources;
    }

    /** Generates everything, as the modules' builds do. */
    static EditedProject generate(Path document, Path folder) throws IOException {
        Path generated = Generation.run(document, folder, "net.ixapi.auth");
        Path classes = folder.resolve("classes");
        Generation.copy(document, classes, "net.ixapi.auth");
        Files.copy(
                document,
                Files.createDirectories(classes.resolve("META-INF/openapi")).resolve("openapi.yaml"));
        return new EditedProject(
                classes,
                List.of(
                        generated,
                        Path.of("../client/src/main/java"),
                        Path.of("../server-stub/src/main/java"),
                        Path.of("../server-stub/target/generated-sources/openapi/src/main/java/net/ixapi/auth/stub"),
                        Path.of("src/main/java")));
    }

    /** The compiler's complaints; empty where it has none. */
    String compile() {
        String classPath = Stream.concat(LIBRARIES.stream().map(Path::toString), classPath(OPENAPI))
                .collect(Collectors.joining(File.pathSeparator));
        return Compilation.run(sources, classes, classPath);
    }

    /** Runs the suite's command without arguments, as the build does: against the stub. */
    Outcome suite() throws Exception {
        List<Path> own = Stream.of(
                        Stream.of(
                                classes,
                                Path.of("../server-stub/src/main/resources"),
                                Path.of("src/main/resources"),
                                Path.of("../server-stub/src/main/openapi")),
                        classPath(OPENAPI).map(Path::of))
                .flatMap(paths -> paths)
                .toList();
        try (URLClassLoader libraries = new URLClassLoader(urls(LIBRARIES), ClassLoader.getPlatformClassLoader());
                URLClassLoader loader = new URLClassLoader(urls(own), libraries)) {
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            Thread.currentThread().setContextClassLoader(loader);
            try {
                return run(loader.loadClass("net.ixapi.auth.contract.run.ContractCommand")
                        .getMethod("commandLine")
                        .invoke(null));
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }

    /**
     * How a command ended.
     *
     * @param code its exit code
     * @param out what it printed, errors too
     */
    record Outcome(int code, String out) {}

    /** By reflection: these classes are not those of this test. */
    private static Outcome run(Object commandLine) throws ReflectiveOperationException {
        StringWriter out = new StringWriter();
        for (String setter : List.of("setOut", "setErr")) {
            commandLine.getClass().getMethod(setter, PrintWriter.class).invoke(commandLine, new PrintWriter(out, true));
        }
        int code = (int)
                commandLine.getClass().getMethod("execute", String[].class).invoke(commandLine, (Object) new String[0]);
        return new Outcome(code, out.toString());
    }

    private static Stream<String> classPath() {
        return Stream.of(Compilation.classPath().split(File.pathSeparator));
    }

    private static Stream<String> classPath(Pattern which) {
        return classPath().filter(entry -> which.matcher(entry).matches());
    }

    private static URL[] urls(List<Path> paths) {
        return paths.stream().map(EditedProject::url).toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
