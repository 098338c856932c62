package net.ixapi.auth.contract.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes reports to files. */
public final class ReportFiles {
    /** XML 1.0, section 2.2: not every character may stand in a document. */
    private static final String FORBIDDEN = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private ReportFiles() {}

    /**
     * Writes {@code report.json}, {@code junit.xml} and {@code index.html}.
     *
     * @param report the report
     * @param strict whether weaknesses count as failures
     * @param folder where to; made if it is not there
     * @throws IOException if it cannot be written
     */
    public static void write(Report report, boolean strict, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(JsonReport.of(report, strict), folder.resolve("report.json"));
        write(JUnitReport.of(report, strict), folder.resolve("junit.xml"));
        write(HtmlReport.of(report, strict), folder.resolve("index.html"));
    }

    /** Half a surrogate pair, which JSON of a server may hold, becomes a question mark; Files.writeString would refuse it. */
    private static void write(String text, Path file) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Fills a template of Mustache. Each value is escaped as text of HTML and XML, and loses what may stand in neither.
     *
     * @param template the name of its file
     * @param values what it shows
     * @return the text
     */
    public static String filled(String template, Map<String, Object> values) {
        return Mustache.compiler()
                .zeroIsFalse(true)
                .emptyStringIsFalse(true)
                .withEscaper(text -> Escapers.HTML.escape(text.replaceAll(FORBIDDEN, "\uFFFD")))
                .compile(resource(template))
                .execute(values);
    }

    /**
     * A file beside the templates.
     *
     * @param name its name
     * @return what is in it
     */
    public static String resource(String name) {
        try (InputStream file = ReportFiles.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
