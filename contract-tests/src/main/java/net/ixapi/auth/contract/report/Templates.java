package net.ixapi.auth.contract.report;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Fills templates of Mustache. Each value is escaped as text of HTML and XML, and loses what may stand in neither. */
public final class Templates {
    /** XML 1.0, section 2.2: not every character may stand in a document. */
    private static final String FORBIDDEN = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private Templates() {}

    /**
     * Fills a template.
     *
     * @param name the name of its file
     * @param values what it shows
     * @return the text
     */
    public static String filled(String name, Map<String, Object> values) {
        return Mustache.compiler()
                .zeroIsFalse(true)
                .withEscaper(text -> Escapers.HTML.escape(text.replaceAll(FORBIDDEN, "\uFFFD")))
                .compile(resource(name))
                .execute(values);
    }

    /**
     * A file beside the templates.
     *
     * @param name its name
     * @return what is in it
     */
    public static String resource(String name) {
        try (InputStream file = Templates.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
