package net.ixapi.auth.contract.engine;

import java.util.List;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Response;

/**
 * What no response should give away. Not safe for use by several threads at once.
 *
 * @param findings where findings go
 * @param secrets all secrets that the run has seen
 */
record LeakDetector(Findings findings, Secrets secrets) {
    /** What runtimes and databases print. No part looks far ahead: a text may be long. */
    private static final Pattern TRACE = Pattern.compile(String.join(
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
            "\\sat [\\w.`<>]+\\.[\\w`<>]+\\([\\w.`<>\\[\\], ]{0,200}\\)(?: in |\\\\r|\\\\n|\\s|\"|$)",
            "in \\S{1,200}\\.cs:line \\d+",
            // Go, PHP, Node, Ruby, Rust, Perl, Elixir
            "goroutine \\d+ \\[|runtime error: |\\w\\.go:\\d+",
            "#\\d+ \\S{1,200}\\.php\\(\\d+\\)|in \\S{1,200}\\.php on line \\d+|Stack trace:",
            "\\w\\.[cm]?[jt]sx?:\\d+:\\d+|node:internal/",
            "\\.rb:\\d+:in [`'\u2018]|panicked at |\\w\\.rs:\\d+:\\d+|\\.p[lm] line \\d+\\.|\\.exs?:\\d+:",
            // Databases
            "SQLSTATE\\[|ORA-\\d{5}|syntax error at or near|SQLITE_ERROR|You have an error in your SQL syntax"));

    /** The subject is the operation, as {@code POST /auth/token}. */
    void look(String subject, Exchange exchange, Response response) {
        String text = response.text();
        if (TRACE.matcher(text).find()) {
            add("no-stack-trace", subject, exchange, "a stack trace", "no word of the server's inside", "CWE-209");
        }
        for (Header header : response.headers()) {
            echoed(subject, exchange, secrets.in(header.name() + ": " + header.value()), "the header " + header.name());
        }
        // A success has tokens, but neither the key nor the secret.
        boolean success = exchange.success().isPresent();
        List<String> found = secrets.in(text).stream()
                .filter(name -> !success || name.startsWith("IX_API_"))
                .toList();
        echoed(subject, exchange, found, "the body of " + (success ? "a success" : "an error"));
    }

    /** For responses that the document does not describe. */
    void page(String subject, Exchange exchange, Response response) {
        // Where the server's errors are pages, another check has said so.
        boolean known = findings.has("content-type", response.status() + " comes as text/html");
        if (!known
                && response.status() >= 400
                && response.mediaType().equals("text/html")
                && response.json().isMissingNode()) {
            String cause = "a page of HTML for " + response.status();
            String source = "RFC 7807, section 1";
            findings.add("no-framework-page", Level.WEAKNESS, subject, cause, "JSON, or nothing", source, exchange);
        }
    }

    private void echoed(String subject, Exchange exchange, List<String> found, String where) {
        // The key only says who asks, and what --header adds is for a gateway.
        found.stream()
                .filter(name -> !name.matches("IX_API_(KEY|HEADER).*"))
                .findFirst()
                .ifPresent(name -> {
                    String cause = "$" + name + " in " + where;
                    add("no-secret-echo", subject, exchange, cause, "no secret and no token", "CWE-200");
                });
    }

    private void add(String check, String subject, Exchange exchange, String cause, String expected, String source) {
        findings.add(check, Level.VIOLATION, subject, cause, expected, source, exchange);
    }
}
