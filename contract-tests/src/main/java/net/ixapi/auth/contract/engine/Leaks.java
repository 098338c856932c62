package net.ixapi.auth.contract.engine;

import java.util.List;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Findings;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;

/** What no answer should give away. Safe for many threads. */
final class Leaks {
    /** Java, Python, Go, PHP, .NET, Node and Ruby. */
    private static final Pattern TRACE = Pattern.compile(
            "\\bat [\\w$.]+\\([\\w$]+\\.java:\\d+\\)|Traceback \\(most recent call last\\)|File \\\\?\"[^\"]+\\\\?\", line \\d+"
                    + "|goroutine \\d+ \\[|#\\d+ \\S+\\.php\\(\\d+\\)|\\bin \\S+\\.cs:line \\d+|\\bat .+\\.js:\\d+:\\d+"
                    + "|\\.rb:\\d+:in [`']");

    private static final String SOURCE = "CWE-209";

    private final Findings findings;
    private final Secrets secrets;

    Leaks(Findings findings, Secrets secrets) {
        this.findings = findings;
        this.secrets = secrets;
    }

    void look(Operation operation, Exchange exchange, Answer answer) {
        String text = answer.text();
        if (TRACE.matcher(text).find()) {
            add("no-stack-trace", operation, exchange, "a stack trace", "no word of the server's inside", SOURCE);
        }
        for (Header header : answer.headers()) {
            echoed(operation, exchange, header.value(), "the header " + header.name());
        }
        if (answer.status() / 100 != 2) {
            echoed(operation, exchange, text, "the body of an error");
        } else {
            credentials(operation, exchange, text);
        }
    }

    private void echoed(Operation operation, Exchange exchange, String text, String where) {
        List<String> found = secrets.in(text);
        if (!found.isEmpty()) {
            add("no-secret-echo", operation, exchange, "$" + found.get(0) + " in " + where, "no secret", "CWE-200");
        }
    }

    /** A success has tokens, but neither the key nor the secret. */
    private void credentials(Operation operation, Exchange exchange, String text) {
        secrets.in(text).stream()
                .filter("IX_API_SECRET"::equals)
                .forEach(found -> add(
                        "no-secret-echo", operation, exchange, "$" + found + " in a success", "no secret", "CWE-200"));
    }

    private void add(
            String check, Operation operation, Exchange exchange, String cause, String expected, String source) {
        findings.add(new Finding(
                check, Level.WEAKNESS, operation.label(), cause, expected, source, Judge.came(exchange), exchange, 1));
    }
}
