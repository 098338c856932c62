package net.ixapi.auth.contract.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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

    /** JSON writes a quote and a backslash otherwise (RFC 8259, section 7). */
    @Test
    void aSecretIsFoundInJsonToo() {
        secrets.add("a\"quote and a \\", "IX_API_SECRET");

        assertThat(secrets.redacted("{\"api_secret\":\"a\\\"quote and a \\\\\"}"))
                .isEqualTo("{\"api_secret\":\"$IX_API_SECRET\"}");
    }

    @Test
    void aSecretInAnotherCaseIsHiddenToo() {
        secrets.add(KEY, "IX_API_KEY");

        assertThat(secrets.redacted("application/contractapikey01")).isEqualTo("application/$IX_API_KEY");
        assertThat(secrets.redacted("Contractapikey01: x")).isEqualTo("$IX_API_KEY: x");
    }

    @Test
    void whatIsNearlyASecretIsHiddenButNotLookedFor() {
        secrets.add(KEY, "IX_API_KEY");
        secrets.addVariant("CONTRACTAPIKEY01", "${IX_API_KEY^^}");

        assertThat(secrets.redacted("<CONTRACTAPIKEY01>")).isEqualTo("<${IX_API_KEY^^}>");
        assertThat(secrets.in("<CONTRACTAPIKEY01>")).isEmpty();
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

    @Test
    void areNotPrinted() {
        secrets.add(KEY, "IX_API_KEY");

        assertThat(secrets).hasToString("Secrets[1]");
    }

    /** Where each beginning were looked at up to the end, this would take a quarter of an hour. */
    @Test
    @Timeout(60)
    void aTextOfManyBeginningsKeepsNobodyBusy() {
        String text = "eyJ".repeat(300_000);

        assertThat(secrets.redacted(text)).isEqualTo(text);
        assertThat(secrets.redacted(text + "." + text + ".")).isEqualTo("<token>");
    }
}
