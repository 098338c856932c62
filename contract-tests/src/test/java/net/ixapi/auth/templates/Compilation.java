package net.ixapi.auth.templates;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles as strictly as the modules' builds do. */
public final class Compilation {
    private Compilation() {}

    /** The compiler's complaints; empty where it has none. */
    public static String run(Path sources, Path classes) {
        return run(List.of(sources), classes, classPath());
    }

    /** The same of several folders, with another class path than the tests' own. */
    public static String run(List<Path> sources, Path classes, String classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "--release",
                    "17",
                    "-parameters",
                    "-proc:none",
                    "-Xlint:all",
                    "-Werror",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    classPath);
            compiler.getTask(
                            complaints,
                            files,
                            null,
                            options,
                            null,
                            files.getJavaFileObjectsFromPaths(javaFiles(sources)))
                    .call();
            return complaints.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tests' own: under surefire, java.class.path is a jar without classes. */
    public static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static List<Path> javaFiles(List<Path> sources) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : sources) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("module-info.java"))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
