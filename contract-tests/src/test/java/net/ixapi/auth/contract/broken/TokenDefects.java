package net.ixapi.auth.contract.broken;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Response;

/** What is wrong with tokens: their shapes, their claims and their signatures. */
final class TokenDefects {
    private static final String TOKENS = "tokens";
    private static final Pattern IAT = Pattern.compile("\"iat\":(\\d+)");
    private static final String REFRESH = "refresh";

    private TokenDefects() {}

    static Stream<Defect> all() {
        return Stream.of(
                new Defect("the same token twice", TOKENS, Behaviour.answers(201, TokenDefects::twice)),
                shaped("opaque tokens", token -> "opaque" + token.hashCode()),
                shaped("tokens of two parts", token -> token.substring(0, token.lastIndexOf('.'))),
                claims("no expiry", claims -> claims.replaceAll("\"exp\":\\d+,", "")),
                claims("an expiry that is text", claims -> claims.replaceAll("\"exp\":(\\d+)", "\"exp\":\"$1\"")),
                claims("an expiry in milliseconds", claims -> claims.replaceAll("\"exp\":(\\d+)", "\"exp\":$1000")),
                claims("an expiry in the past", claims -> claims.replaceAll("\"exp\":\\d+", "\"exp\":1000000000")),
                claims("an expiry beyond all calendars", claims -> claims.replaceAll("\"exp\":\\d+", "\"exp\":1e300")),
                claims("an expiry before all calendars", claims -> claims.replaceAll("\"exp\":\\d+", "\"exp\":-1e300")),
                claims(
                        "a refresh token that lives for a minute",
                        claims -> claims.contains("\"refresh\"")
                                ? IAT.matcher(claims)
                                        .results()
                                        .map(iat -> Long.parseLong(iat.group(1)) + 60)
                                        .map(end -> claims.replaceAll("\"exp\":\\d+", "\"exp\":" + end))
                                        .findFirst()
                                        .orElse(claims)
                                : claims),
                claims("an issue in the future", claims -> claims.replaceAll("\"iat\":\\d+", "\"iat\":4000000000")),
                claims("an issue that is text", claims -> claims.replaceAll("\"iat\":(\\d+)", "\"iat\":\"$1\"")),
                claims("not valid before long", claims -> claims.replaceFirst("\\{", "{\"nbf\":4000000000,")),
                claims(
                        "not valid for two minutes",
                        claims -> IAT.matcher(claims)
                                .replaceFirst(iat -> iat.group() + ",\"nbf\":" + (Long.parseLong(iat.group(1)) + 120))),
                claims(
                        "the secret in a token",
                        claims -> claims.replaceFirst("\\{", "{\"s\":\"" + EmbeddedStub.API_SECRET + "\",")),
                claims("a subject that is a number", claims -> claims.replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":42")),
                claims("an audience that is a number", claims -> claims.replaceFirst("\\{", "{\"aud\":[42],")),
                new Defect(
                        "all tokens have one id",
                        REFRESH,
                        new ShapedTokens(token -> withClaims(
                                token, claims -> claims.replaceFirst("\"jti\":\"[^\"]*\"", "\"jti\":\"1\"")))),
                shaped(
                        "a critical header that is not there",
                        token -> withHeader(token, "{\"alg\":\"RS256\",\"crit\":[\"exp\"]}")),
                shaped("an algorithm in small letters", token -> withHeader(token, "{\"alg\":\"rs256\"}")),
                shaped("unsigned tokens", token -> Jwt.written("{\"alg\":\"none\"}", claimsOf(token), "")),
                shaped(
                        "signatures in hexadecimal digits",
                        token -> withHeader(token, "{\"alg\":\"HS256\"}").replaceFirst("\\w+$", "0123abcd".repeat(8))
                                + Integer.toHexString(token.hashCode())),
                shaped("tokens signed with a word", token -> signed(token, "secret")),
                shaped("tokens signed with the API key", token -> signed(token, EmbeddedStub.API_KEY)));
    }

    private static Defect shaped(String name, UnaryOperator<String> shape) {
        return new Defect(name, TOKENS, new ShapedTokens(shape));
    }

    private static Defect claims(String name, UnaryOperator<String> change) {
        return shaped(name, token -> withClaims(token, change));
    }

    /** Each with a signature of its own. */
    static String withClaims(String token, UnaryOperator<String> change) {
        return Jwt.written(
                "{\"alg\":\"RS256\"}", change.apply(claimsOf(token)), "c2ln" + Integer.toHexString(token.hashCode()));
    }

    /** With a signature of its own. */
    static String withHeader(String token, String header) {
        return Jwt.written(header, claimsOf(token), "c2ln" + Integer.toHexString(token.hashCode()));
    }

    private static Response twice(Response response) {
        return Responses.replaced(response.property("access_token"), response.property("refresh_token"))
                .apply(response);
    }

    static String tokenOf(Received request) {
        return Responses.json(200, request.body()).property("refresh_token");
    }

    static String claimsOf(String token) {
        return Jwt.read(token).map(jwt -> jwt.claims().toString()).orElse("");
    }

    private static String signed(String token, String key) {
        try {
            String unsigned = Jwt.written("{\"alg\":\"HS256\"}", claimsOf(token), "");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature =
                    mac.doFinal(unsigned.substring(0, unsigned.length() - 1).getBytes(StandardCharsets.US_ASCII));
            return unsigned + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
