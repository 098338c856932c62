package net.ixapi.auth.contract.wire;

import static net.ixapi.auth.contract.wire.Failure.Kind.BROKEN;
import static net.ixapi.auth.contract.wire.Failure.Kind.NO_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came is no response, or only the beginning of one. */
class WrongResponsesTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String CLOSED = "the connection was closed without a whole response";
    private static final String TOO_EARLY = "the connection ended before the length that the response announces";
    private static final String NO_NUMBER = "the length of the response is not a number that is read";
    private static final String TOO_LONG = "the response is longer than 262144 bytes and twelve times what was sent";

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "hello, this is no HTTP\\r\\n",
                "SSH-2.0-OpenSSH_9.6\\r\\n",
                "HTTP/2 200 OK\\r\\n\\r\\n",
                "HTTP/1.1 999 No\\r\\n\\r\\n",
                "HTTP/1.1 OK\\r\\n\\r\\n",
                "HTTP/1.1 200"
            })
    void nothingOfItIsHttp(String response) {
        assertThat(failure(unescaped(response)).kind()).isEqualTo(NO_SERVER);
    }

    @ParameterizedTest(name = "Content-Length: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | " + TOO_EARLY,
                "2 | more came than the length that the response announces",
                "-5 | " + NO_NUMBER,
                "+5 | " + NO_NUMBER,
                "five | " + NO_NUMBER,
                "5.0 | " + NO_NUMBER,
                "65537 | " + TOO_EARLY,
                "262145 | " + TOO_LONG,
                "2147483648 | " + TOO_LONG,
                "99999999999999999999999 | " + TOO_LONG
            })
    void aLengthThatIsNone(String length, String text) {
        assertThat(failure(OK + "Content-Length: " + length + "\r\n\r\nhello")).isEqualTo(new Failure(BROKEN, text));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "zz\\r\\nhello | " + NO_NUMBER,
                "-5\\r\\nhello | " + NO_NUMBER,
                "\\r\\nhello | " + NO_NUMBER,
                "7FFFFFFF\\r\\nhello | " + TOO_LONG,
                "FFFFFFFFFFFFFFFFFFFF\\r\\nhello | " + TOO_LONG,
                "FFFF\\r\\nhello | " + TOO_EARLY,
                "5\\r\\nhello | " + CLOSED,
                "5\\r\\nhello\\r\\n | " + CLOSED,
                "5\\r\\nhello\\r\\n0\\r\\n | " + CLOSED
            })
    void aChunkThatIsNone(String chunk, String text) {
        assertThat(failure(CHUNKED + unescaped(chunk))).isEqualTo(new Failure(BROKEN, text));
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: text/html\\r\\n | " + CLOSED,
                "no header\\r\\n\\r\\n | a line of the response's head is not a header",
                ": no name\\r\\n\\r\\n | a line of the response's head is not a header",
                "Content-Length : 0\\r\\n\\r\\n | a line of the response's head is not a header",
                "Space : x\\r\\n\\r\\n | a line of the response's head is not a header",
                "Content-Length: 0\\n\\r\\n | a line of the response ends with LF, not CR LF",
                "Folded: x\\r\\n y: z\\r\\n\\r\\n | a line of the response's head is not a header",
                "Content-Length: 2\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | the response announces a length and comes in chunks",
                "Transfer-Encoding: gzip, chunked\\r\\n\\r\\n | the response has a transfer coding that nobody asked for"
            })
    void aHeadThatIsNone(String headers, String text) {
        assertThat(failure(OK + unescaped(headers))).isEqualTo(new Failure(BROKEN, text));
    }

    /** RFC 9110, section 9.3.2. Some servers of Python send what the framework has written. */
    @Test
    void aBodyAfterTheHeadOfAResponseToHead() {
        Exchange exchange = Wires.exchange(Request.bare("HEAD", "/"), OK + "Content-Length: 5\r\n\r\nhello");

        assertThat(exchange.failure()).isEqualTo(new Failure(BROKEN, "a body comes with the response to HEAD"));
    }

    /** An error may repeat what was sent. */
    @Test
    void aResponseMayBeLongerWhereWhatWasSentIs() {
        Request request = Request.json("POST", "/", "x".repeat(Wires.BYTES));

        assertThat(bodyOf(request, 3 * Wires.BYTES)).isEqualTo(3 * Wires.BYTES);
        assertThat(bodyOf(request, 3 * Wires.BYTES + 1)).isZero();
        assertThat(bodyOf(Wires.REQUEST, Wires.BYTES + 1)).isZero();
    }

    /** How much is kept of a longer one. */
    private static int bodyOf(Request request, int length) {
        Response response = Wires.exchange(request, OK + "Content-Length: " + length + "\r\n\r\n" + "x".repeat(length))
                .response();
        assertThat(response).isNotNull().returns(length > response.body().length, Response::cut);
        return response.body().length;
    }

    private static Failure failure(String response) {
        return Wires.exchange(response).failure();
    }

    private static String unescaped(String text) {
        return text.translateEscapes();
    }
}
