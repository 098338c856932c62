package net.ixapi.auth.contract.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import net.ixapi.auth.openapi.document.PlainJson;

/** Writes reports to files. */
public final class ReportFiles {
    /** XML 1.0, section 2.2: not every character may stand in a document. */
    private static final String FORBIDDEN = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private static final List<String> NAMES = List.of("report.json", "junit.xml", "index.html");

    private ReportFiles() {}

    /**
     * Looks whether a report can be written.
     *
     * @param folder where to; made if it is not there
     * @throws IOException if one of its files cannot be written
     */
    static void requireFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : NAMES) {
            requireFile(folder.resolve(name));
        }
    }

    /** Looks whether a file can be written, and leaves none that was not there. */
    static void requireFile(Path file) throws IOException {
        boolean exists = Files.exists(file);
        write("", file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        if (!exists) {
            Files.delete(file);
        }
    }

    /**
     * Writes {@code report.json}, {@code junit.xml} and {@code index.html}.
     *
     * @param report the report
     * @param folder where to; made if it is not there
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(json(report), folder.resolve("report.json"));
        write(junit(report), folder.resolve("junit.xml"));
        write(html(report), folder.resolve("index.html"));
    }

    /**
     * Writes a text. Half a surrogate pair, which JSON of a server may hold, becomes a question mark; Files.writeString would refuse it.
     *
     * @param text the text
     * @param file where to
     * @param options how the file is opened
     * @throws IOException if it cannot be written
     */
    public static void write(String text, Path file, OpenOption... options) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), options);
    }

    /** The report for programs, as {@code report.schema.json} describes it. */
    static String json(Report report) {
        return PlainJson.text(report) + "\n";
    }

    /** The report for build servers: each requirement is a test case, which fails on violations. */
    static String junit(Report report) {
        return filled("junit.xml", new TestCase.Suite(report.run(), TestCase.of(report)));
    }

    /** The report as one page that needs nothing else: no script, no font, no other page. */
    static String html(Report report) {
        return filled("report.html", new ReportView(report));
    }

    /**
     * The summary of a job of GitHub Actions.
     *
     * @param report the report
     * @return Markdown
     */
    public static String summary(Report report) {
        return filled("summary.md", new ReportView(report));
    }

    /**
     * Fills a template of Mustache, which may include files that stand beside it. Each value is escaped as text of HTML and XML, and
     * loses what may stand in neither.
     *
     * @param template the name of its file
     * @param values an object whose methods give the values
     * @return the text
     */
    private static String filled(String template, Object values) {
        return Mustache.compiler()
                .zeroIsFalse(true)
                .emptyStringIsFalse(true)
                .withEscaper(text -> Escapers.HTML.escape(text.replaceAll(FORBIDDEN, "\uFFFD")))
                .withLoader(name ->
                        new InputStreamReader(ReportFiles.class.getResourceAsStream(name), StandardCharsets.UTF_8))
                .loadTemplate(template)
                .execute(values);
    }
}
