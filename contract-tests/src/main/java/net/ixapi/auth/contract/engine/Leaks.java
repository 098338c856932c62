package net.ixapi.auth.contract.engine;

import java.util.List;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;

/** What no answer should give away. Not safe for use by several threads at once. */
final class Leaks {
    /** Java, Python, Go, PHP, .NET, Node, Ruby, Rust, and what databases say. No part looks far ahead: a text may be long. */
    private static final Pattern TRACE = Pattern.compile(
            "at [\\w$./]+\\([\\w$]+\\.java:\\d+\\)|Traceback \\(most recent call last\\)|File \\\\?\"[^\"]+\\\\?\", line \\d+"
                    + "|goroutine \\d+ \\[|#\\d+ \\S+\\.php\\(\\d+\\)|in \\S+\\.cs:line \\d+|\\w\\.[jt]s:\\d+:\\d+"
                    + "|\\.rb:\\d+:in [`']|panicked at |SQLSTATE\\[|ORA-\\d{5}|syntax error at or near");

    private final Findings findings;
    private final Secrets secrets;

    Leaks(Findings findings, Secrets secrets) {
        this.findings = findings;
        this.secrets = secrets;
    }

    /** The subject is the operation, as {@code POST /auth/token}. */
    void look(String subject, Exchange exchange, Answer answer) {
        String text = answer.text();
        if (TRACE.matcher(text).find()) {
            add("no-stack-trace", subject, exchange, "a stack trace", "no word of the server's inside", "CWE-209");
        }
        for (Header header : answer.headers()) {
            echoed(subject, exchange, secrets.in(header.value()), "the header " + header.name());
        }
        List<String> found = secrets.in(text);
        if (answer.status() / 100 != 2) {
            echoed(subject, exchange, found, "the body of an error");
        } else {
            // A success has tokens, but neither the key nor the secret.
            List<String> credentials = found.stream()
                    .filter(variable -> variable.startsWith("IX_API_"))
                    .toList();
            echoed(subject, exchange, credentials, "the body of a success");
        }
    }

    /** For answers that the document does not describe. */
    void page(String subject, Exchange exchange, Answer answer) {
        if (answer.mediaType().equals("text/html") && answer.json().isMissingNode()) {
            findings.add(new Finding(
                    "no-framework-page",
                    Level.WEAKNESS,
                    subject,
                    "a page of HTML for " + answer.status(),
                    "JSON, or nothing",
                    "RFC 7807, section 1",
                    Judge.came(exchange),
                    exchange,
                    1));
        }
    }

    private void echoed(String subject, Exchange exchange, List<String> found, String where) {
        if (!found.isEmpty()) {
            String cause = "$" + found.get(0) + " in " + where;
            add("no-secret-echo", subject, exchange, cause, "no secret and no token", "CWE-200");
        }
    }

    private void add(String check, String subject, Exchange exchange, String cause, String expected, String source) {
        findings.add(new Finding(
                check, Level.VIOLATION, subject, cause, expected, source, Judge.came(exchange), exchange, 1));
    }
}
