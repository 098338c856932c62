package net.ixapi.auth.client.bearer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static net.ixapi.auth.client.bearer.BearerClients.status;
import static net.ixapi.auth.client.bearer.BearerClients.withBearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.ixapi.auth.client.runtime.FaultServer;
import net.ixapi.auth.client.session.Session;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.TokenPair;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A 401 whose body is not plain text of a known length. */
class RefusalBodyTest {
    /** HttpClient unpacks it after the handler has read it. */
    @Test
    void aPackedRefusalIsUnpackedForTheCaller() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("no".getBytes(UTF_8));
        }
        String head = "HTTP/1.1 401 X\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n";
        Session own = new SessionBuilder(() -> new TokenPair("same", null))
                .executor(Runnable::run)
                .build();
        try (FaultServer faulty = FaultServer.that(FaultServer.sends(head + packed.toString(ISO_8859_1)));
                CloseableHttpClient client = withBearer(own, faulty.uri()).build()) {
            String body =
                    client.execute(BearerClients.get(faulty.uri()), answer -> EntityUtils.toString(answer.getEntity()));
            assertThat(body).isEqualTo("no");
        }
    }

    static Stream<FaultServer.Fault> refusalsThatDoNotEndWell() {
        String head = "HTTP/1.1 401 X\r\nTransfer-Encoding: chunked\r\n\r\n";
        return Stream.of(
                FaultServer.sends(
                        "HTTP/1.1 401 X\r\nContent-Length: 2\r\nContent-Type: text/html; charset=no-such\r\nConnection: close\r\n\r\nno"),
                FaultServer.floods(head, "1\r\n \r\n"),
                FaultServer.floods("HTTP/1.1 401 X\r\nContent-Length: 999999999999\r\n\r\n", " "),
                FaultServer.sends(head + "9\r\n{"),
                FaultServer.sends(head + "garbage"),
                FaultServer.resetsAfter("HTTP/1.1 401 X\r\nContent-Length: 9\r\n\r\n{"));
    }

    @ParameterizedTest
    @MethodSource("refusalsThatDoNotEndWell")
    void howARefusalEndsDoesNotMatter(FaultServer.Fault refusal) throws IOException {
        FakeTokens tokens = new FakeTokens();
        Session session = tokens.session();
        FaultServer.Fault success = FaultServer.sends("HTTP/1.1 204 X\r\n\r\n");
        try (FaultServer faulty = FaultServer.that(
                        (connection, self) -> (self.connections() == 1 ? refusal : success).commit(connection, self));
                CloseableHttpClient client = withBearer(session, faulty.uri())
                        .disableAutomaticRetries()
                        .build()) {
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> status(client, faulty.uri())))
                    .isEqualTo(204);
        }
        assertThat(tokens.given()).isEqualTo(2);
    }
}
