package net.ixapi.auth.contract.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.contract.wire.Route;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakDetectorTest {
    private static final ContractTarget NOWHERE =
            new ContractTarget(URI.create("http://localhost:1"), "key of nobody's", "secret of nobody's");

    private final Findings findings = new Findings(check -> true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "    at Object.<anonymous> (/app/server.js:10:15)",
                "    at handle (file:///app/src/routes.ts:3:1)",
                "  File \"/app/main.py\", line 3, in login",
                "#0 /var/www/index.php(12): login()",
                "   at Api.Login() in /src/Login.cs:line 7",
                "app/auth.rb:7:in `login'",
                "goroutine 12 [running]:",
                "at com.ix.AuthKt.logIn(Auth.kt:12)",
                "at com.ix.Auth$.logIn(Auth.scala:9)",
                "System.NullReferenceException: Object reference not set",
                "   at Ix.Api.AuthController.LogIn(String key)",
                "runtime error: invalid memory address",
                "PHP Fatal error in /var/www/index.php on line 12",
                "{\"stackTrace\": []}",
                "java.lang.NullPointerException",
                "kotlin.UninitializedPropertyAccessException",
                "scala.MatchError: 3",
                "org.hibernate.HibernateException",
                "com.mysql.cj.jdbc.exceptions.CommunicationsException",
                "{\"methodName\": \"logIn\"}",
                "Traceback (most recent call last):",
                "handlers/auth.go:88",
                "Stack trace:",
                "auth.mjs:1:20",
                "auth.cjs:1:20",
                "node:internal/process",
                "thread 'main' panicked at src/main.rs",
                "src/main.rs:4:9",
                "at /srv/Auth.pm line 12.",
                "lib/auth.ex:9:",
                "jdbc:sqlserver://db/ix",
                "postgres://db/ix",
                "mysql://db/ix",
                "mongodb+srv://db/ix",
                "redis://cache",
                "amqp://queue",
                "SELECT * FROM users WHERE api_key = 1",
                "UPDATE users SET tries = 1 WHERE id = 1",
                "DELETE FROM tokens WHERE id = 1",
                "SQLSTATE[42000]",
                "ORA-00942",
                "syntax error at or near \"OR\"",
                "SQLITE_ERROR: no such table",
                "You have an error in your SQL syntax"
            })
    void aStackTraceIsFoundInWhateverLanguage(String line) {
        look(line);

        assertThat(findings.sorted()).extracting(Finding::check).containsExactly("no-stack-trace");
    }

    @Test
    void aPlaceInTheSourceIsFoundInAHeader() {
        look("/x", new Response(401, List.of(new Header("X-Debug-File", "/srv/vendor/Jwt.php:87")), new byte[0]));

        assertThat(findings.sorted()).extracting(Finding::check).containsExactly("no-stack-trace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask bob@ix.example",
                "call us at ix.example (9 to 5)",
                "https://errors.ix-api.net/v2/authentication-error.html",
                "{\"lineNumber\": 1, \"columnNumber\": 5}"
            })
    void whatOnlyLooksLikeOneIsNone(String line) {
        look(line);

        assertThat(findings.sorted()).isEmpty();
    }

    /** As the default page of Fastify does for any address that it does not know. */
    @Test
    void aPageThatRepeatsTheAddressIsNoViolation() {
        String address = "/x?api_secret=" + NOWHERE.apiSecret().replace(' ', '+');
        look(address, "Route GET:" + address + " not found");
        look("/x", NOWHERE.apiSecret());

        assertThat(findings.sorted())
                .extracting(Finding::requirement, Finding::level)
                .containsExactlyInAnyOrder(
                        tuple("AUTH-SECRET-003", Level.WEAKNESS), tuple("AUTH-SECRET-001", Level.VIOLATION));
    }

    /** Where each 'at' were looked at up to the end, this would take half a minute. */
    @Test
    @Timeout(20)
    void aTextOfManyBeginningsKeepsNobodyBusy() {
        look("at ".repeat(50_000));
        look("in ".repeat(50_000));
        look("#1 ".repeat(50_000));

        assertThat(findings.sorted()).isEmpty();
    }

    /** A session in a cookie is for browsers; an error ends one. */
    @ParameterizedTest
    @CsvSource({
        "201, Set-Cookie, ; Secure; HttpOnly, 0",
        "201, Set-Cookie, ; Secure, 1",
        "201, Authorization, ; HttpOnly, 1",
        "401, Set-Cookie, ; HttpOnly, 1"
    })
    void aTokenMayStandInACookieOfASuccessThatScriptsCannotRead(
            int status, String header, String attributes, int found) {
        look(
                "/x",
                new Response(
                        status,
                        List.of(new Header(header, "token=a-token-of-a-pair" + attributes)),
                        "{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(findings.sorted()).hasSize(found);
    }

    private void look(String body) {
        look("/x", body);
    }

    private void look(String path, String body) {
        look(path, new Response(401, List.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private void look(String path, Response response) {
        Secrets secrets = new Secrets();
        secrets.add("a-token-of-a-pair", "ACCESS_TOKEN");
        OpenApiDocument document = OpenApiDocument.ofTheContract();
        try (Wire wire = new Wire(NOWHERE.baseUri(), Route.DIRECT, Limits.DEFAULT, Sleeper.REAL)) {
            Probe probe = new Probe(
                    NOWHERE, document, wire, secrets, findings, Options.DEFAULT, Clock.systemUTC(), Sleeper.REAL);
            LeakDetector.look(
                    new CheckContext(
                            probe,
                            new Fixtures(probe),
                            "log-in",
                            document.operations().get(0)),
                    new Exchange(Request.bare("POST", path), response, null, Duration.ZERO),
                    response);
        }
    }
}
