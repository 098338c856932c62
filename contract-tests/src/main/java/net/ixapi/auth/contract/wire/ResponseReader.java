package net.ixapi.auth.contract.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads answers from one connection (RFC 9112), and takes nothing on trust. Not safe for use by several threads at once. */
final class ResponseReader {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5]\\d\\d)(?: .*)?");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f]+");
    private static final int MAX_LINE = 16 << 10;
    private static final int MAX_HEADERS = 200;

    private final InputStream in;
    private final int mostBytes;
    private boolean began;
    private boolean ended;

    ResponseReader(InputStream in, int mostBytes) {
        this.in = in;
        this.mostBytes = mostBytes;
    }

    /**
     * The next final answer.
     *
     * @throws NotHttpException if what comes is no HTTP, or longer than is read
     * @throws EOFException if the connection ends first
     */
    Response read(String method) throws IOException {
        began = false;
        int status = status();
        began = true;
        List<Header> headers = headers();
        while (status < 200) {
            status = status();
            headers = headers();
        }
        Response head = new Response(status, headers, new byte[0]);
        byte[] body = body(head, method);
        if (!ended && in.available() > 0) {
            throw new NotHttpException("more came than the length that the answer announces");
        }
        return new Response(status, headers, body);
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
        if (!line.matches()) {
            throw new NotHttpException("the answer does not begin with a status line of HTTP/1.1");
        }
        return Integer.parseInt(line.group(1));
    }

    private List<Header> headers() throws IOException {
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new NotHttpException("a line of the answer's head is no header");
            }
            if (headers.size() == MAX_HEADERS) {
                throw new NotHttpException("the answer has more than " + MAX_HEADERS + " headers");
            }
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return headers;
    }

    /** RFC 9112, section 6.3. */
    private byte[] body(Response head, String method) throws IOException {
        ended = head.header("Connection").orElse("").equalsIgnoreCase("close");
        if ("HEAD".equals(method) || head.status() == 204 || head.status() == 304) {
            return new byte[0];
        } else if (head.header("Transfer-Encoding").orElse("").equalsIgnoreCase("chunked")) {
            return chunks();
        }
        List<String> lengths = head.all("Content-Length");
        if (lengths.size() > 1) {
            throw new NotHttpException("the answer announces several lengths");
        }
        String length = head.header("Content-Length").orElse("");
        if (length.isEmpty()) {
            ended = true;
            return untilTheEnd();
        }
        return exactly(number(DECIMAL, length, 10));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            all.writeBytes(exactly(size));
            if (all.size() > mostBytes) {
                throw tooLong();
            }
            line();
        }
        headers();
        return all.toByteArray();
    }

    private int chunkSize() throws IOException {
        return number(HEXADECIMAL, line().split(";", 2)[0].strip(), 16);
    }

    private int number(Pattern digits, String text, int radix) throws NotHttpException {
        if (!digits.matcher(text).matches()) {
            throw new NotHttpException("the length of the answer is not a number that is read");
        }
        BigInteger number = new BigInteger(text, radix);
        if (number.compareTo(BigInteger.valueOf(mostBytes)) > 0) {
            throw tooLong();
        }
        return number.intValue();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new NotHttpException("the connection ended before the length that the answer announces");
        }
        return bytes;
    }

    private byte[] untilTheEnd() throws IOException {
        byte[] bytes = in.readNBytes(mostBytes + 1);
        if (bytes.length > mostBytes) {
            throw tooLong();
        }
        return bytes;
    }

    private NotHttpException tooLong() {
        return new NotHttpException("the answer is longer than " + mostBytes + " bytes");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection was closed without a whole answer");
            }
            if (line.size() == MAX_LINE) {
                throw new NotHttpException("a line of the answer's head is longer than " + MAX_LINE + " bytes");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
