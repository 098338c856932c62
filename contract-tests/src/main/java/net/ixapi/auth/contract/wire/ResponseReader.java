package net.ixapi.auth.contract.wire;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads responses from one connection (RFC 9112), and takes nothing on trust: client libraries accept a head or a chunk that ends with
 * the connection. Not safe for use by several threads at once.
 */
final class ResponseReader {
    /** The header of the first frame of HTTP/2, with settings or a farewell: RFC 9113, sections 3.4 and 4.1. */
    private static final Pattern HTTP_2 = Pattern.compile("(?s)\\x00..[\\x04\\x07]\\x00{5}");

    private static final int FRAME_HEADER = 9;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");
    /** Neither folded nor with white space before the colon: RFC 9112, sections 5.1 and 5.2. */
    private static final Pattern HEADER = Pattern.compile("(?s)([\\w!#$%&'*+.^`|~-]+):(.*)");

    /** So many times what is judged is read, to see whether a response ends. */
    private static final int LONGEST = 4;

    private static final int MAX_LINE = 16 << 10;
    private static final int MAX_HEADERS = 200;

    private final InputStream in;
    private final int usualBytes;
    private int maxBytes;
    private boolean began;
    private boolean ended;
    private boolean bareLines;

    ResponseReader(InputStream in, int maxBytes) {
        this.in = in;
        this.usualBytes = maxBytes;
    }

    /**
     * The final response to a request. A body is left out that is longer than what is judged: an error may repeat what was sent, and more than
     * once.
     *
     * @throws ProtocolException if what comes is not HTTP, or longer than is read
     * @throws EOFException if the connection ends first
     */
    Response read(Request request) throws IOException {
        boolean head = request.method().equals("HEAD");
        maxBytes = Math.max(usualBytes, 3 * request.body().length);
        began = false;
        int status;
        List<Header> headers;
        do {
            status = status();
            began = true;
            headers = headers();
        } while (status < 200);
        byte[] body = body(new Response(status, headers, new byte[0]), head);
        // RFC 9112, section 2.2: a recipient may take that for the end of a line, but need not.
        require(!bareLines, "a line of the response ends with LF, not CR LF");
        require(
                ended || in.available() == 0,
                head
                        ? "a body comes with the response to HEAD"
                        : "more came than the length that the response announces");
        // A body that comes later would be taken for the next response.
        ended |= head;
        return body.length > maxBytes
                ? new Response(status, headers, new byte[0], MissingNode.getInstance(), true)
                : new Response(status, headers, body);
    }

    /** There was a status line. */
    boolean began() {
        return began;
    }

    /** The connection can carry no further request. */
    boolean ended() {
        return ended;
    }

    private int status() throws IOException {
        Matcher line = STATUS_LINE.matcher(line());
        require(line.matches(), "the response does not begin with a status line of HTTP/1.1");
        return Integer.parseInt(line.group(1));
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            Matcher header = HEADER.matcher(line);
            require(header.matches(), "a line of the response's head is not a header");
            require(headers.size() < MAX_HEADERS, "the response has more than " + MAX_HEADERS + " headers");
            headers.add(new Header(header.group(1), header.group(2).strip()));
        }
        return headers;
    }

    /** RFC 9112, section 6.3. */
    private byte[] body(Response head, boolean toHead) throws IOException {
        ended = head.header("Connection").orElse("").equalsIgnoreCase("close");
        if (toHead || head.status() == 204 || head.status() == 304) {
            return new byte[0];
        }
        String coding = head.header("Transfer-Encoding").orElse("").toLowerCase(Locale.ROOT);
        // RFC 9112, section 7.4: a client that sends no TE takes chunks only.
        require(
                List.of("", "identity", "chunked").contains(coding),
                "the response has a transfer coding that nobody asked for");
        if (coding.equals("chunked")) {
            // RFC 9112, section 6.2: readers that disagree on the end take one response for two.
            require(head.header("Content-Length").isEmpty(), "the response announces a length and comes in chunks");
            return chunks();
        }
        List<String> lengths = head.values("Content-Length").distinct().toList();
        require(lengths.size() <= 1, "the response announces several lengths");
        if (lengths.isEmpty() || lengths.get(0).isEmpty()) {
            ended = true;
            byte[] bytes = in.readNBytes(LONGEST * maxBytes + 1);
            requireBounded(bytes.length);
            return bytes;
        }
        return exactly(lengths.get(0), 10);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] chunk = chunk(); chunk.length > 0; chunk = chunk()) {
            all.writeBytes(chunk);
            requireBounded(all.size());
            line();
        }
        headers();
        return all.toByteArray();
    }

    private byte[] chunk() throws IOException {
        return exactly(line().split(";", 2)[0].strip(), 16);
    }

    private byte[] exactly(String length, int radix) throws IOException {
        boolean number = !length.isEmpty() && length.chars().allMatch(c -> Character.digit(c, radix) >= 0);
        require(number, "the length of the response is not a number that is read");
        BigInteger max = BigInteger.valueOf(LONGEST * maxBytes + 1);
        int size = new BigInteger(length, radix).min(max).intValue();
        requireBounded(size);
        byte[] bytes = in.readNBytes(size);
        require(bytes.length == size, "the connection ended before the length that the response announces");
        return bytes;
    }

    private void requireBounded(int length) throws ProtocolException {
        // One cause, however long the request was.
        require(
                length <= LONGEST * maxBytes,
                "the response is longer than " + LONGEST * usualBytes + " bytes and twelve times what was sent");
    }

    private static void require(boolean kept, String otherwise) throws ProtocolException {
        if (!kept) {
            throw new ProtocolException(otherwise);
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed without a whole response");
            }
            require(line.size() < MAX_LINE, "a line of the response's head is longer than " + MAX_LINE + " bytes");
            line.write(next);
            require(
                    line.size() != FRAME_HEADER
                            || !HTTP_2.matcher(line.toString(StandardCharsets.ISO_8859_1))
                                    .matches(),
                    "the server speaks HTTP/2 here, and the suite HTTP/1.1 only, so that nothing was judged");
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        bareLines |= !text.endsWith("\r");
        return text.replaceFirst("\r$", "");
    }
}
