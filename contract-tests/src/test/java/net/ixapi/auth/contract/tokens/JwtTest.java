package net.ixapi.auth.contract.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtTest {
    private static final String TOKEN = Jwt.written(
            "{\"alg\":\"HS256\",\"kid\":\"k\"}",
            "{\"sub\":\"\u00e9\",\"exp\":1700000000,\"iat\":1.5,\"nbf\":\"5\",\"aud\":[\"a\"]}",
            "c2ln");

    private final Jwt token = Jwt.read(TOKEN).orElseThrow();

    @Test
    void isReadInItsParts() {
        assertThat(token.algorithm()).isEqualTo("HS256");
        assertThat(token.claims().path("sub").asText()).isEqualTo("\u00e9");
        assertThat(token.signature()).isEqualTo("c2ln");
        assertThat(token.signed() + ".c2ln").isEqualTo(TOKEN);
    }

    @Test
    void timesAreNumbers() {
        assertThat(token.seconds("exp")).contains(1_700_000_000.0);
        assertThat(token.seconds("iat")).contains(1.5);
        assertThat(token.seconds("nbf")).isEmpty();
        assertThat(token.seconds("missing")).isEmpty();
    }

    @Test
    void textsAreThoseOfHeaderAndClaims() {
        assertThat(token.texts()).containsExactly("HS256", "k", "\u00e9", "5", "a");
    }

    @Test
    void theSignatureMayBeMissing() {
        assertThat(Jwt.read(Jwt.written("{\"alg\":\"none\"}", "{}", "")))
                .map(Jwt::signature)
                .contains("");
    }

    @Test
    void aTokenWithoutAnAlgorithmHasNone() {
        assertThat(Jwt.read(Jwt.written("{}", "{}", ""))).map(Jwt::algorithm).contains("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "opaque",
                "..",
                "e30.e30",
                "e30.e30.c2ln.c2ln",
                "e30..c2ln",
                "e30=.e30.c2ln",
                "e30.e30.c2 ln",
                "e30.e30.c2ln\n",
                "W10.e30.c2ln",
                "e30.bnVsbA.c2ln",
                "e30.e.c2ln",
                "e30.bm8.c2ln"
            })
    void whatIsNoTokenIsNotRead(String text) {
        assertThat(Jwt.read(text)).isEmpty();
    }

    @Test
    void isNotPrinted() {
        assertThat(token).hasToString("Jwt[HS256]");
    }
}
