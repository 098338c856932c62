package net.ixapi.auth.contract.wire;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * What a server sent back. Immutable. {@code toString} prints the status only: the rest may hold tokens.
 *
 * @param status the HTTP status
 * @param headers the header fields in their order
 * @param body the bytes of the body; not to be changed
 * @param json the body as JSON, as RFC 8259 has it: in UTF-8; not to be changed. A byte order mark is ignored (section 8.1). A missing
 *     node where the body is not JSON, or the suite does not read it
 * @param cut whether the body is left out, since it is longer than the suite reads
 */
public record Response(int status, List<Header> headers, byte[] body, JsonNode json, boolean cut) {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([\\w-]+)");
    private static final JsonMapper STRICT = PlainJson.builder(PlainJson.MAX_DEPTH)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Copies the headers. */
    public Response {
        headers = List.copyOf(headers);
    }

    /**
     * Reads the body.
     *
     * @param status the HTTP status
     * @param headers the header fields in their order
     * @param body the bytes of the body; not to be changed
     */
    public Response(int status, List<Header> headers, byte[] body) {
        this(status, headers, body, read(body), false);
    }

    /** Whether it says that there is no such operation (RFC 9110, sections 15.5.5, 15.5.6 and 15.6.2). */
    public boolean knowsNoOperation() {
        return List.of(404, 405, 501).contains(status);
    }

    /**
     * The value of a header.
     *
     * @param name its name, in any case
     * @return the value, of several lines with a comma between them (RFC 9110, section 5.3); empty where the response does not have it
     */
    public Optional<String> header(String name) {
        return values(name).reduce((first, next) -> first + ", " + next);
    }

    /** All values of a header, in their order. */
    Stream<String> values(String name) {
        return headers.stream().filter(header -> header.is(name)).map(Header::value);
    }

    /**
     * What the body is said to be.
     *
     * @return {@code Content-Type} without parameters and in lower case; empty where there is none, and all where there are several
     */
    public String mediaType() {
        return values("Content-Type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /**
     * The body as text.
     *
     * @return the text, with a replacement for what is not UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Whether those who believe in the charset that it names read the same text, or it names none that they know. */
    public boolean isAsItsCharsetHasIt() {
        Matcher charset = CHARSET.matcher(header("Content-Type").orElse(""));
        try {
            return !charset.find() || new String(body, Charset.forName(charset.group(1))).equals(text());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
            String text = strict.decode(ByteBuffer.wrap(body)).toString();
            return PlainJson.read(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException | UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether the body may be JSON, but is longer, nested deeper or has longer numbers than the suite reads. */
    public boolean isUnread() {
        try {
            PlainJson.read(body);
            return cut;
        } catch (UncheckedIOException e) {
            return cut || e.getCause() instanceof StreamConstraintsException;
        }
    }

    /** Whether a name stands twice in an object of the body: of which one counts, no two readers agree. */
    public boolean hasDuplicateNames() {
        try {
            STRICT.readTree(body);
            return false;
        } catch (IOException e) {
            return !json().isMissingNode();
        }
    }

    /**
     * A property of the body that is text.
     *
     * @param name its name
     * @return its value, or an empty text
     */
    public String property(String name) {
        return json().path(name).isTextual() ? json().path(name).textValue() : "";
    }

    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
