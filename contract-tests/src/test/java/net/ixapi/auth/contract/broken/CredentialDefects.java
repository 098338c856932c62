package net.ixapi.auth.contract.broken;

import java.util.Arrays;
import java.util.concurrent.Exchanger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Response;

/** What is wrong with how a server knows its users, and with what it tells others. */
final class CredentialDefects {
    private static final String KEY = EmbeddedStub.API_KEY;
    private static final String SECRET = EmbeddedStub.API_SECRET;
    static final String KEY_OF_THE_SECOND = "Second7Account0K";
    private static final String OF_THE_SECOND =
            new StringBuilder(EmbeddedStub.API_SECRET).reverse().toString();
    private static final Pattern VALUE = Pattern.compile("(?<=:\")[^\"\\\\]{1,100}(?=\")");
    private static final String CREDENTIALS = "credentials";

    private CredentialDefects() {}

    static Stream<Defect> all() {
        return Stream.of(
                new Defect("any secret is taken", CREDENTIALS, corrected("(\"api_secret\":\")[^\"]{86}\"", SECRET)),
                new Defect(
                        "the end of a secret does not count",
                        CREDENTIALS,
                        corrected("(\"api_secret\":\")" + SECRET.substring(0, 80) + "[^\"]{6}\"", SECRET)),
                new Defect(
                        "the beginning of a secret does not count",
                        CREDENTIALS,
                        corrected("(\"api_secret\":\")[^\"]" + SECRET.substring(1) + "\"", SECRET)),
                new Defect(
                        "the case of a secret does not count",
                        CREDENTIALS,
                        corrected("(\"api_secret\":\")(?i:" + SECRET + ")\"", SECRET)),
                new Defect(
                        "the account of the document's example is there",
                        CREDENTIALS,
                        Behaviour.requests(request -> request.withBody(request.body()
                                .replaceFirst("exampleApiKey001(.*)exampleApiSecret0+1", KEY + "$1" + SECRET)))),
                new Defect("any key is taken", CREDENTIALS, corrected("(\"api_key\":\")[^\"]{16}\"", KEY)),
                new Defect(
                        "the case of a key does not count",
                        CREDENTIALS,
                        corrected("(\"api_key\":\")(?i:" + KEY + ")\"", KEY)),
                new Defect("a key is normalized", CREDENTIALS, Behaviour.requests(LooseTexts::normalized)),
                new Defect(
                        "the accents of a key do not count",
                        CREDENTIALS,
                        Behaviour.requests(request -> request.withBody(LooseTexts.unaccented(request.body())))),
                new Defect("a secret is normalized", CREDENTIALS, Behaviour.requests(LooseTexts::ofNormalizedSecret)),
                new Defect(
                        "a key is read as ISO 8859-1",
                        CREDENTIALS,
                        Behaviour.requests(request -> LooseTexts.lastBits(request, "api_key"))),
                new Defect(
                        "a secret is read as ISO 8859-1",
                        CREDENTIALS,
                        Behaviour.requests(request -> LooseTexts.lastBits(request, "api_secret"))),
                new Defect(
                        "a secret ends at NUL",
                        CREDENTIALS,
                        Behaviour.requests(
                                request -> request.withBody(request.body().replaceAll("\\\\u0000[^\"]*", "")))),
                new Defect("an access token vouches for any secret", CREDENTIALS, with("authorization")),
                new Defect("an address vouches for any secret", CREDENTIALS, with("x-forwarded-for")),
                new Defect("a secret in a header vouches for any", CREDENTIALS, with("x-api-secret")),
                new Defect(
                        "right credentials in a header vouch for any secret",
                        CREDENTIALS,
                        RefreshDefects.letIn(request -> request.headers()
                                .getOrDefault("authorization", "")
                                .startsWith("Basic "))),
                new Defect(
                        "the punctuation of a secret does not count",
                        CREDENTIALS,
                        corrected("(\"api_secret\":\")" + SECRET.replace("_", "[^\"\\w]") + "\"", SECRET)),
                new Defect(
                        "a secret is decoded as if from an address",
                        CREDENTIALS,
                        Behaviour.requests(
                                request -> request.withBody(request.body().replaceAll("%70(?=[^\"]{85}\")", "p")))),
                new Defect(
                        "an unknown key is told by an invalid secret",
                        "no-user-enumeration",
                        Behaviour.when(
                                request -> request.body().matches(".*\"api_secret\":\"\\w{85}\".*")
                                        && !request.body().contains(KEY),
                                request -> Responses.unauthenticated())),
                new Defect(
                        "a key ends at NUL",
                        CREDENTIALS,
                        Behaviour.requests(
                                request -> request.withBody(request.body().replace(KEY + "\\u0000", KEY)))),
                new Defect("an unknown key is told by a count of attempts", "no-user-enumeration", counting()),
                new Defect("an unknown key is told", "no-user-enumeration", telling()),
                new Defect("an unknown key is told by the time", "no-user-enumeration", tellingByTime()),
                new Defect("the order of a secret does not count", CREDENTIALS, inAnyOrder()),
                new Defect("a secret is a pattern of files", CREDENTIALS, matched(SECRET, CredentialDefects::ofFiles)),
                new Defect("a key is a regular expression", CREDENTIALS, matched(KEY, pattern -> pattern)),
                new Defect("a secret is a pattern (*)", CREDENTIALS, corrected("(\"api_secret\":\")\\*{86}\"", SECRET)),
                new Defect("a secret is a regular expression", CREDENTIALS, matched(SECRET, pattern -> pattern)),
                new Defect("a secret is a pattern (%)", CREDENTIALS, corrected("(\"api_secret\":\")%{86}\"", SECRET)),
                new Defect(
                        "the secret of any account is taken",
                        CREDENTIALS,
                        Behaviour.requests(request -> request.withBody(
                                request.body().contains(KEY)
                                        ? request.body().replace(OF_THE_SECOND, SECRET)
                                        : request.body()))),
                new Defect("errors repeat the body", "no-secret-echo", refusals(request -> request.body())),
                new Defect(
                        "headers repeat the secret",
                        "no-secret-echo",
                        (request, good) -> Responses.header("X-Debug", request.isLogIn() ? SECRET : "none")
                                .apply(good.apply(request))),
                new Defect(
                        "stack traces of Java",
                        "no-stack-trace",
                        refusals(request -> "java.lang.Oops at a.b.C(C.java:5)")),
                new Defect(
                        "database statements",
                        "no-stack-trace",
                        refusals(request -> "SELECT id FROM users WHERE api_key = ?")),
                new Defect(
                        "stack traces of Python",
                        "no-stack-trace",
                        refusals(request -> "Traceback (most recent call last)")));
    }

    private static Behaviour inAnyOrder() {
        Pattern secret = Pattern.compile("(?<=\"api_secret\":\")[^\"]{86}");
        return Behaviour.requests(request -> request.body().contains(KEY_OF_THE_SECOND)
                ? request
                : request.withBody(secret.matcher(request.body())
                        .replaceAll(sent -> sorted(sent.group()).equals(sorted(SECRET)) ? SECRET : sent.group())));
    }

    private static String sorted(String text) {
        char[] characters = text.toCharArray();
        Arrays.sort(characters);
        return new String(characters);
    }

    /** A wrong value goes for the right one. */
    private static Behaviour corrected(String wrong, String right) {
        return Behaviour.requests(request -> request.body().contains(KEY_OF_THE_SECOND)
                ? request
                : request.withBody(request.body().replaceAll(wrong, "$1" + right + "\"")));
    }

    /** A value that matches the right one goes for it. */
    private static Behaviour matched(String right, UnaryOperator<String> pattern) {
        return Behaviour.requests(request -> request.withBody(VALUE.matcher(request.body())
                .replaceAll(value -> Matcher.quoteReplacement(
                        matches(pattern.apply(value.group()), right) ? right : value.group()))));
    }

    private static boolean matches(String pattern, String right) {
        try {
            return Pattern.matches(pattern, right);
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static String ofFiles(String pattern) {
        return pattern.replace(".", "\\.").replace("*", ".*");
    }

    /** Who sends a header with a wrong secret gets in. */
    private static Behaviour with(String header) {
        return RefreshDefects.letIn(
                request -> request.isLogIn() && request.headers().containsKey(header));
    }

    private static Behaviour counting() {
        AtomicInteger count = new AtomicInteger();
        return refusals(request -> request.body().contains(KEY) ? "attempt " + count.incrementAndGet() : "no such key");
    }

    private static Behaviour telling() {
        return (request, good) -> {
            Response response = good.apply(request);
            boolean unknown = response.status() == 401 && !request.body().contains(KEY) && request.isLogIn();
            return unknown
                    ? Responses.replaced("\"status\":401", "\"status\":401,\"detail\":\"no such key\"")
                            .apply(response)
                    : response;
        };
    }

    /** Of a secret that is wrong in its first character alone, and so much that a busy machine does not hide it. */
    private static Behaviour tellingByTime() {
        Exchanger<Received> nobody = new Exchanger<>();
        return (request, good) -> {
            if (request.isLogIn()
                    && request.body().contains(KEY)
                    && request.body().contains(SECRET.substring(1))
                    && !request.body().contains(SECRET)) {
                Behaviour.meets(nobody, request, 1_000);
            }
            return good.apply(request);
        };
    }

    static Behaviour refusals(Function<Received, String> detail) {
        return (request, good) -> {
            Response response = good.apply(request);
            String text = detail.apply(request).replace("\"", "'").replace("\\", "/");
            return response.status() == 401
                    ? Responses.replaced("\"status\":401", "\"status\":401,\"detail\":\"" + text + "\"")
                            .apply(response)
                    : response;
        };
    }
}
