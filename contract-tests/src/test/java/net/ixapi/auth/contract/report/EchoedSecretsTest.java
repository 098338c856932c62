package net.ixapi.auth.contract.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Occurrences;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever part of a secret a server repeats, wherever and in whatever encoding: no report holds eight characters of it. */
class EchoedSecretsTest {
    private static final int WINDOW = 8;

    /** The characters of ASCII by their format: to format them anew for each secret would take most of the test's time. */
    private static final Map<String, String[]> FORMATTED = new ConcurrentHashMap<>();

    /** What a server sends: a part of a secret, written in some way, with something before it. */
    record Echo(String secret, int from, int to, Spelling spelling, String before, Where where) {
        String text() {
            return before + spelling.of.apply(secret.substring(from, to)) + "/#";
        }
    }

    enum Where {
        BODY,
        HEADER,
        NAME_OF_A_HEADER,
        MEDIA_TYPE,
        CAUSE
    }

    enum Spelling {
        PLAIN(text -> text),
        CAPITALS(text -> text.toUpperCase(Locale.ROOT)),
        BASE64(EchoedSecretsTest::base64),
        BASE64_ONE_LATER(text -> base64("x" + text)),
        BASE64_TWO_LATER(text -> base64("xy" + text + "z")),
        BASE64_URL(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8))),
        BASE64_IN_LINES(text -> Base64.getMimeEncoder(20, new byte[] {'\n'}).encodeToString(text.getBytes(UTF_8))),
        BASE64_TWICE(text -> base64(base64(text))),
        BASIC(text -> "Basic " + base64("key:" + text)),
        HEX(text -> HexFormat.of().formatHex(text.getBytes(UTF_8))),
        HEX_IN_CAPITALS(text -> HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8))),
        HEX_WITH_COLONS(text -> HexFormat.ofDelimiter(":").formatHex(text.getBytes(UTF_8))),
        HEX_ODD(text -> "a" + HexFormat.of().formatHex(text.getBytes(UTF_8))),
        URL(text -> URLEncoder.encode(text, UTF_8)),
        URL_ALL(text -> each(text, "%%%02X")),
        URL_TWICE(text -> each(text, "%%25%02x")),
        JSON_ALL(text -> each(text, "\\u%04x")),
        JSON(text -> text.replace("/", "\\/")),
        JSON_IN_JSON(text -> each(text, "\\\\u%04X")),
        HTML(text -> text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")),
        HTML_DECIMAL(text -> each(text, "&#%d;")),
        HTML_HEXADECIMAL(text -> each(text, "&#x%x;")),
        LETTERS_WITH_SPACES(text -> each(text, "%c ")),
        HALVES(text -> text.substring(0, text.length() / 2) + " , " + text.substring(text.length() / 2)),
        THIRDS(text -> text.replaceAll("(.{3})", "$1-")),
        LINES(text -> text.replaceAll("(.{5})", "$1\n"));

        private final UnaryOperator<String> of;

        Spelling(UnaryOperator<String> of) {
            this.of = of;
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String each(String text, String format) {
        String[] formatted = FORMATTED.computeIfAbsent(
                format,
                any -> IntStream.range(0, 128)
                        .mapToObj(c -> any.endsWith("c ") ? String.format(any, (char) c) : String.format(any, c))
                        .toArray(String[]::new));
        return text.chars().mapToObj(c -> formatted[c]).collect(Collectors.joining());
    }

    @Tag("long")
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void noReportHoldsEightCharacters(@ForAll("echoes") Echo echo) throws Exception {
        assertHidden(echo);
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void noReportHoldsEightCharactersOfAFewSecrets(@ForAll("echoes") Echo echo) throws Exception {
        assertHidden(echo);
    }

    private static void assertHidden(Echo echo) throws Exception {
        Secrets secrets = new Secrets();
        secrets.add(echo.secret, "IX_API_SECRET");
        secrets.allow(URI.create("http://127.0.0.1/api/v2"), Requirements.words());

        String seen = reports(secrets, echo);

        assertThat(held(echo.secret, seen)).as(echo.text()).isEmpty();
    }

    @Provide
    Arbitrary<Echo> echoes() {
        Arbitrary<String> letters =
                Arbitraries.strings().alpha().numeric().ofMinLength(16).ofMaxLength(86);
        Arbitrary<String> base64 =
                Arbitraries.strings().alpha().numeric().withChars("+/_-.=").ofLength(86);
        Arbitrary<String> any = Arbitraries.strings().withCharRange('!', '~').ofLength(86);
        Arbitrary<String> distinct = Arbitraries.oneOf(letters, base64, any)
                .filter(secret -> secret.chars().distinct().count() > WINDOW);
        return distinct.flatMap(secret -> Combinators.combine(
                        Arbitraries.integers().between(0, secret.length() - WINDOW),
                        Arbitraries.integers().between(WINDOW, secret.length()),
                        Arbitraries.of(Spelling.class),
                        Arbitraries.strings().alpha().ofMaxLength(4),
                        Arbitraries.of(Where.class))
                .as((from, length, spelling, before, where) ->
                        new Echo(secret, from, Math.min(secret.length(), from + length), spelling, before, where)));
    }

    private static String reports(Secrets secrets, Echo echo) throws Exception {
        String query = "?api_secret=" + URLEncoder.encode(echo.secret, UTF_8);
        Request request = Request.json("POST", "/auth/token" + query, "{\"api_secret\":\"" + echo.secret + "\"}");
        String text = echo.text();
        Response response = new Response(
                418,
                List.of(
                        new Header("Content-Type", echo.where == Where.MEDIA_TYPE ? "text/" + text : "text/plain"),
                        new Header(echo.where == Where.NAME_OF_A_HEADER ? text : "X", "1"),
                        new Header("X-Echo", echo.where == Where.HEADER ? text : "1")),
                (echo.where == Where.BODY ? text : "").getBytes(UTF_8));
        String cause = "418 as " + (echo.where == Where.CAUSE ? text : response.mediaType());
        Finding finding = new Finding(
                "AUTH-RESPONSE-002",
                "content-type",
                Level.VIOLATION,
                "POST /auth/token",
                cause,
                "201",
                "the document",
                cause,
                new Exchange(request, response, null, Duration.ZERO),
                1);
        Report report = SampleReport.of(new ReportedFindings(URI.create("http://127.0.0.1/api/v2"), secrets)
                .of(List.of(finding))
                .get(0));
        return Stream.of(
                        new ConsoleReport(false).text(report),
                        ReportFiles.json(report),
                        ReportFiles.html(report),
                        ReportFiles.junit(report),
                        GithubReport.annotations(report),
                        ReportFiles.summary(report))
                .collect(Collectors.joining("\n"));
    }

    /** The spellings of eight characters that stand in the reports, whose own spelling is undone. */
    private static Set<String> held(String secret, String reports) {
        String seen = reports.replace("\\\\", "\\")
                .replace("\\/", "/")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("&#39;", "'");
        String folded = seen.toLowerCase(Locale.ROOT);
        String squeezed = squeezed(folded);
        List<String> windows = IntStream.rangeClosed(0, secret.length() - WINDOW)
                .mapToObj(i -> secret.substring(i, i + WINDOW))
                .toList();
        Set<String> held = new HashSet<>(Occurrences.of(
                windows.stream()
                        .flatMap(window -> Stream.of(
                                window,
                                HexFormat.of().formatHex(window.getBytes(UTF_8)),
                                each(window, "%%%02x"),
                                each(window, "\\u%04x"),
                                each(window, "&#%d;"),
                                each(window, "&#x%x;")))
                        .map(spelling -> spelling.toLowerCase(Locale.ROOT))
                        .toList(),
                folded));
        held.addAll(Occurrences.of(
                windows.stream()
                        .filter(window -> window.matches("[A-Za-z0-9]+"))
                        .map(window -> window.toLowerCase(Locale.ROOT))
                        .toList(),
                squeezed));
        held.addAll(Occurrences.of(
                windows.stream().flatMap(EchoedSecretsTest::bases).toList(), seen));
        return held;
    }

    /** Without what may stand between letters. An expression would take longer for this than all else here. */
    private static String squeezed(String text) {
        StringBuilder kept = new StringBuilder();
        text.chars()
                .filter(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '#')
                .forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    /** What stands in any Base64 of a text that holds the window. */
    private static Stream<String> bases(String window) {
        return IntStream.range(0, 3).mapToObj(before -> {
            String encoded = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString(("x".repeat(before) + window).getBytes(ISO_8859_1));
            return encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 1);
        });
    }
}
