package net.ixapi.auth.contract.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String KEY = "contractApiKey01";
    private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJyZWZyZXNoIn0.c2lnbmF0dXJl";

    private final Secrets secrets = new Secrets();

    @Test
    void aSecretBecomesTheNameOfItsVariable() {
        secrets.add(KEY, "IX_API_KEY");

        assertThat(secrets.redacted("a " + KEY + " and " + KEY)).isEqualTo("a $IX_API_KEY and $IX_API_KEY");
        assertThat(secrets.in("a" + KEY + "b")).containsExactly("IX_API_KEY");
        assertThat(secrets.in("nothing")).isEmpty();
    }

    @Test
    void theLongestComesFirstSoThatNoRestOfItRemains() {
        secrets.add(KEY, "IX_API_KEY");
        secrets.add(KEY + "-and-more", "IX_API_SECRET");

        assertThat(secrets.redacted(KEY + "-and-more " + KEY)).isEqualTo("$IX_API_SECRET $IX_API_KEY");
    }

    @Test
    void theFirstNameCounts() {
        secrets.add(KEY, "IX_API_KEY");
        secrets.add(KEY, "ACCESS_TOKEN");

        assertThat(secrets.in(KEY)).containsExactly("IX_API_KEY");
    }

    @Test
    void aSecretWithADollarIsReplacedAsItStands() {
        secrets.add("$1\\E.*secret", "IX_API_SECRET");

        assertThat(secrets.redacted("<$1\\E.*secret>")).isEqualTo("<$IX_API_SECRET>");
    }

    /** Without what separates them, the two are "eapisecret". */
    @Test
    void aLetterBesideAWordThatIsNoSecretStays() {
        secrets.add("exampleApiSecret0001", "IX_API_SECRET");
        secrets.allow(URI.create("http://127.0.0.1"), Set.of("api_secret"));

        assertThat(secrets.redacted("{\"$ne\":\"\"},\"api_secret\":1")).isEqualTo("{\"$ne\":\"\"},\"api_secret\":1");
    }

    /** JSON writes a quote and a backslash otherwise (RFC 8259, section 7). */
    @Test
    void aSecretIsFoundInJsonToo() {
        secrets.add("a\"quote and a \\", "IX_API_SECRET");

        assertThat(secrets.redacted("{\"api_secret\":\"a\\\"quote and a \\\\\"}"))
                .isEqualTo("{\"api_secret\":\"$IX_API_SECRET\"}");
    }

    /** Some write only a slash otherwise, as RFC 8259 allows, and a backslash as it is. */
    @Test
    void anEscapedSlashBesideABackslashThatIsNoneIsFound() {
        secrets.add("!\\!P[9I/#(b)_1'", "IX_API_SECRET");

        assertThat(secrets.redacted("!\\!P[9I\\//#")).doesNotContain("P[9I");
    }

    @Test
    void aSecretInAnotherCaseIsHiddenToo() {
        secrets.add(KEY, "IX_API_KEY");

        assertThat(secrets.redacted("application/contractapikey01")).isEqualTo("application/${IX_API_KEY,,}");
        assertThat(secrets.redacted("Contractapikey01: x")).isEqualTo("$IX_API_KEY: x");
    }

    @Test
    void aPartOfASecretIsHiddenToo() {
        secrets.add(KEY, "IX_API_KEY");

        assertThat(secrets.redacted("<CONTRACTAPIKEY01>")).isEqualTo("<${IX_API_KEY^^}>");
        assertThat(secrets.redacted("<" + KEY.substring(0, 15) + "Z>")).isEqualTo("<${IX_API_KEY:0:15}Z>");
        assertThat(secrets.redacted("<" + KEY.substring(3, 11) + ">")).isEqualTo("<${IX_API_KEY:3:8}>");
        assertThat(secrets.redacted("<" + KEY.substring(3, 10) + ">")).isEqualTo("<" + KEY.substring(3, 10) + ">");
    }

    @Test
    void aPartOfATokenIsOfTheOneThatWasIssuedLast() {
        String header = "eyJhbGciOiJIUzI1NiJ9.";
        secrets.add(header + "Zmlyc3Qgb2YgYWxs", "ACCESS_TOKEN");
        secrets.add(header + "c2Vjb25kIG9mIGFsbA", "REFRESH_TOKEN");

        assertThat(secrets.asShellText(header + "c2Vjb25kIG9")).isEqualTo("${REFRESH_TOKEN:0:32}");
        assertThat(secrets.asShellText(header + "Zmlyc3Qgb2YgYWxs")).isEqualTo("$ACCESS_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic eDpjb250cmFjdEFwaUtleTAx",
                "636f6e74726163744170694b65793031",
                "%63%6f%6e%74%72%61%63%74%41pi%4bey01",
                "\\u0063ontract\\u0041piKey01",
                "&#99;ontract&#x41;piKey01",
                "c o n t r a c t A p i K e y 0 1",
                "[\"contr\",\"actAp\",\"iKey01\"]",
                "ZURwamIyNTBjbUZqZEVGd2FVdGxlVEF4"
            })
    void anEncodedSecretIsHiddenAndFound(String text) {
        secrets.add(KEY, "IX_API_KEY");

        assertThat(secrets.redacted(text)).contains("$IX_API_KEY").hasSizeLessThan(22);
        assertThat(secrets.in(text)).containsExactly("IX_API_KEY");
    }

    @Test
    void asMuchOfASecretAsStandsNowhereByChanceIsFound() {
        secrets.add("0123456789abcdefghijklmnopqrstuvwxyz00000000000000000000", "IX_API_SECRET");

        assertThat(secrets.in("<23456789abcdefgh>")).containsExactly("IX_API_SECRET");
        assertThat(secrets.in("<23456789abcdefg>")).isEmpty();
        assertThat(secrets.in("<00000000000000000000>")).isEmpty();
    }

    @Test
    void aSecretIsFoundBackwards() {
        secrets.add("0123456789abcdefghijklmnopqrstuvwxyz", "IX_API_SECRET");

        assertThat(secrets.redacted("<zyxwvutsrqponmlkjihgfedcba9876543210>")).isEqualTo("<$IX_API_SECRET>");
        assertThat(secrets.in("<zyxwvutsrqponmlkjihgfedcba9876543210>")).containsExactly("IX_API_SECRET");
    }

    /** A server that repeats a token which is not its own repeats any. */
    @Test
    void aTokenIsFoundThatDiffersLittleFromOneThatWasIssued() {
        String claims = "eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJyZWZyZXNoIiwiZXhwIjoxNzAwMDAwMDAwfQ";
        secrets.add(claims + ".c2lnbmF0dXJl", "REFRESH_TOKEN");

        assertThat(secrets.in("no such token: " + claims + ".x2lnbmF0dXJl")).containsExactly("REFRESH_TOKEN");
        assertThat(secrets.in("no such token: eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOiJ4In0.x"))
                .isEmpty();
    }

    /** "=1b" is ESC in quoted-printable. */
    @Test
    void aSecretInLinesIsFoundWhereAPartOfItLooksLikeAnEscape() {
        secrets.add("Az5lyyZ+HM==1bBiY77bqW3e", "IX_API_SECRET");

        assertThat(secrets.redacted("Az5ly\nyZ+HM\n==1bB\niY77b\n/#"))
                .doesNotContain("1bB")
                .doesNotContain("77b");
    }

    @Test
    void escapedPunctuationIsHiddenBesideAWordThatIsNone() {
        secrets.add("token!#$%&()*+,-xyzw", "IX_API_SECRET");
        secrets.allow(URI.create("https://ix.example"), Set.of("token"));

        assertThat(secrets.redacted("token!#$%&()*+,-xyzw".replaceAll("(\\W)", "\\\\$1")))
                .isEqualTo("token$IX_API_SECRET");
    }

    @Test
    void aTokenThatNobodyToldOfIsHiddenToo() {
        assertThat(secrets.redacted("a " + TOKEN + ", b")).isEqualTo("a <token>, b");
        assertThat(secrets.redacted(TOKEN.substring(0, TOKEN.lastIndexOf('.') + 1)))
                .isEqualTo("<token>");
        assertThat(secrets.redacted("eyJ is no token, nor is a.b.c")).isEqualTo("eyJ is no token, nor is a.b.c");
    }

    @Test
    void whatIsVeryShortStandsEverywhereByChance() {
        secrets.add("test", "IX_API_KEY");
        secrets.add("", "IX_API_SECRET");

        assertThat(secrets.redacted("a test")).isEqualTo("a test");
    }

    /** In capitals, small letters or without its dots, it may have much in common with a key of the same company. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nothing answers at https://ix.example/api/v2: refused | Nothing answers at https://ix.example/api/v2: refused
            Host: api.ix.example:8443                             | Host: api.ix.example:8443
            https://ix.example/api/v2/example-api-k1              | https://ix.example/api/v2/$IX_API_KEY
            example/apiv2                                         | ${IX_API_KEY}v2
            """)
    void theAddressThatTheUserGaveIsNoSecret(String text, String redacted) {
        secrets.add("example-api-k1", "IX_API_KEY");
        secrets.add("apiixexample", "IX_API_KEY_2");
        secrets.allow(
                URI.create(text.contains("8443") ? "http://api.ix.example:8443" : "https://ix.example/api/v2"),
                Set.of());

        assertThat(secrets.redacted(text)).isEqualTo(redacted);
        assertThat(secrets.asShellText(text)).isEqualTo(redacted.contains("}") ? text : redacted);
    }

    /** The secret of the document's example has the letters of its property. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api_secret is refused as invalid     | api_secret is refused as invalid
            {"api_secret":"exampleApiSecret000"} | {"api_secret":"$IX_API_SECRET"}
            $IX_API_SECRET in an error           | $IX_API_SECRET in an error
            my_api_secrets                       | my_${IX_API_SECRET}s
            """)
    void theNamesOfPropertiesAndVariablesAreNoSecrets(String text, String redacted) {
        secrets.add("exampleApiSecret000", "IX_API_SECRET");
        secrets.allow(URI.create("https://ix.example"), Set.of("api_secret"));

        assertThat(secrets.redacted(text)).isEqualTo(redacted);
    }

    /** A key that begins with a word is not found in each media type, nor a word in what a server says of the key. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json; charset=utf-8 is not understood | application/json; charset=utf-8 is not understood
            application-key7                                  | $IX_API_KEY
            no application-key                                | no ${IX_API_KEY:0:15}
            Application Key                                   | Application $IX_API_KEY
            """)
    void theWordsOfReportsAreNoSecrets(String text, String redacted) {
        secrets.add("application-key7", "IX_API_KEY");
        secrets.allow(URI.create("https://ix.example"), Set.of("application", "json"));

        assertThat(secrets.redacted(text)).isEqualTo(redacted);
        assertThat(secrets.in("application-key7")).containsExactly("IX_API_KEY");
    }

    @Test
    void areNotPrinted() {
        secrets.add(KEY, "IX_API_KEY");

        assertThat(secrets).hasToString("Secrets");
    }

    /** Where each beginning were looked at up to the end, this would take minutes. */
    @Test
    @Timeout(60)
    void aTextOfManyBeginningsKeepsNobodyBusy() {
        String text = "eyJ".repeat(100_000);

        assertThat(secrets.redacted(text)).isEqualTo(text);
        assertThat(secrets.redacted(text + "." + text + ".")).isEqualTo("<token>");
        assertThat(secrets.redacted(text + ".a".repeat(100_000))).isEqualTo("<token>");
        secrets.add("x1y2z3w4", "IX_API_KEY");
        assertThat(secrets.redacted("x1y2z3w4".repeat(30_000))).isEqualTo("$IX_API_KEY");
    }
}
