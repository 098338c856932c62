package net.ixapi.auth.contract.engine;

import java.util.BitSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Response;

/** What no response should give away. */
final class LeakDetector {
    /** What runtimes and databases print. No part looks far ahead: a text may be long. */
    private static final Pattern TRACE = Pattern.compile(
            String.join(
                    "|",
                    // The Java machine, and its exceptions as JSON
                    "at [\\w$./<>]+\\([\\w$]+\\.(?:java|kt|scala|groovy):\\d+\\)",
                    "(?:java|javax|jakarta|kotlin|scala|org\\.(?:springframework|hibernate|apache|postgresql)|com\\.(?:fasterxml|mysql))"
                            + "(?:\\.\\w+){1,8}(?:Exception|Error)\\b",
                    "\"(?:stackTrace|stack_trace|stacktrace|methodName)\"\\s*:",
                    // Python
                    "Traceback \\(most recent call last\\)",
                    "File \\\\?\"[^\"]{1,200}\\\\?\", line \\d+",
                    // .NET
                    "System(?:\\.\\w+){0,5}\\.\\w+Exception\\b",
                    "(?<=\\s)at [\\w.`<>]+\\.[\\w`<>]+\\([\\w.`<>\\[\\], ]{0,200}\\)(?: in |\\\\r|\\\\n|\\s|\"|$)",
                    "in \\S{1,200}\\.cs:line \\d+",
                    // Go, PHP, Node, Ruby, Rust, Perl, Elixir
                    "goroutine \\d+ \\[|runtime error: |(?<=\\w)\\.go:\\d+",
                    "\\.php:\\d+|#\\d+ \\S{1,200}\\.php\\(\\d+\\)|in \\S{1,200}\\.php on line \\d+|Stack trace:",
                    "(?<=\\w)\\.[cm]?[jt]sx?:\\d+:\\d+|node:internal/",
                    "\\.rb:\\d+:in [`'\u2018]|panicked at |(?<=\\w)\\.rs:\\d+:\\d+|\\.p[lm] line \\d+\\.|\\.exs?:\\d+:",
                    // Databases
                    "\\b(?:jdbc:\\w+|postgres(?:ql)?|mysql|mongodb(?:\\+srv)?|redis|amqp)://|"
                            + "\\b(?:SELECT|UPDATE|DELETE) [^;]{1,200} WHERE |SQLSTATE\\[|ORA-\\d{5}|syntax error at or near|SQLITE_ERROR|You have an error in your SQL syntax"));

    /** The first two characters of each: the pattern tries them all at each place, which takes a hundred times as long. */
    private static final BitSet BEGINNINGS = Stream.of(
                    ("at|ja|ko|sc|or|co|\"s|\"m|Tr|Fi|Sy|in|go|ru|.g|.p|#0|#1|#2|#3|#4|#5|#6|#7|#8|#9|St"
                                    + "|.c|.m|.j|.t|no|.r|pa|.e|jd|po|my|mo|re|am|SE|UP|DE|SQ|OR|sy|Yo")
                            .split("\\|"))
            .collect(BitSet::new, (set, pair) -> set.set(place(pair, 0)), BitSet::or);

    /** RFC 6265, section 5.2.6. */
    private static final Pattern HTTP_ONLY = Pattern.compile("(?i);\\s*HttpOnly\\s*(;|$)");

    /** Methods that nginx, Node and others answer themselves, whatever the server would say. */
    private static final Set<String> OF_GATEWAYS = Set.of("TRACE", "UNKNOWN");

    private LeakDetector() {}

    /** Whether a response shows the server's inside in the place of tokens: what it should have been is another question. */
    static boolean look(CheckContext context, Exchange exchange, Response response) {
        boolean success = exchange.success().isPresent();
        // A success has tokens, but neither the key nor the secret. Of what a token says, another check tells.
        String body = Fixtures.TOKENS.stream()
                .map(response::property)
                .filter(token -> success && Jwt.read(token).isPresent())
                .reduce(response.text(), (rest, token) -> rest.replace(token, ""));
        String all = response.headers().stream().map(Header::value).collect(Collectors.joining("\n", body + "\n", ""));
        boolean traced = isTrace(all);
        if (traced) {
            context.as("no-stack-trace").report("a stack trace", "no word of the server's inside", exchange);
        }
        for (Header header : response.headers()) {
            String line = header.name() + ": " + header.value();
            // Browsers and proxies keep a cookie as secret as a token. Scripts read it unless it forbids that
            // (CWE-1004).
            boolean cookie = success
                    && header.name().equalsIgnoreCase("Set-Cookie")
                    && HTTP_ONLY.matcher(header.value()).find();
            echoed(context, exchange, line, cookie, "the header " + header.name());
        }
        echoed(context, exchange, body, success, "the body of " + (success ? "a success" : "an error"));
        return traced && success && !BypassAttempts.letsIn(exchange);
    }

    /** For responses that the document does not describe. A page for what looks like an attack may be a firewall's. */
    static void page(CheckContext context, Exchange exchange, Response response) {
        // Where the server's errors are pages, another check has said so.
        boolean known = context.probe().findings().has(" comes as text/html");
        if (!known
                && !Gateway.suspects(exchange)
                && !OF_GATEWAYS.contains(exchange.request().method())
                && response.status() >= 400
                && response.mediaType().equals("text/html")
                && response.json().isMissingNode()) {
            String cause = "a page of HTML for " + response.status();
            context.as("no-framework-page").report(cause, "JSON, or nothing", exchange);
        }
    }

    private static boolean isTrace(String text) {
        Matcher trace = TRACE.matcher(text).useTransparentBounds(true);
        for (int i = 0; i < text.length() - 1; i++) {
            if (BEGINNINGS.get(place(text, i)) && trace.region(i, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static int place(String text, int start) {
        return text.charAt(start) << Byte.SIZE | text.charAt(start + 1);
    }

    private static void echoed(CheckContext context, Exchange exchange, String text, boolean tokens, String where) {
        // The key only says who asks, and what --header adds is for a gateway.
        context.probe().secrets().in(text).stream()
                .filter(name -> name.startsWith("IX_API_SECRET") || !tokens && !name.startsWith("IX_API_"))
                .findFirst()
                .ifPresent(name -> {
                    // Default pages for what is not found repeat the address. Only who put a secret there gets it back.
                    boolean asked = context.probe()
                            .secrets()
                            .in(exchange.request().path())
                            .contains(name);
                    String cause = "$" + name + (asked ? " of the address" : "") + " in " + where;
                    context.as("no-secret-echo").report(cause, "no secret and no token", exchange);
                });
    }
}
