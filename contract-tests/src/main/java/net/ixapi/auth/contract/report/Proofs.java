package net.ixapi.auth.contract.report;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.findings.Curl;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;
import org.jspecify.annotations.Nullable;

/** Puts findings into words without secrets. Made when the run has ended, so that all tokens are known. Immutable. */
final class Proofs {
    /** As much of a body as a reader wants to see. */
    private static final int MOST = 4_000;

    private final Secrets secrets;
    private final Curl curl;

    Proofs(URI baseUri, Secrets secrets) {
        this.secrets = secrets;
        this.curl = new Curl(baseUri, secrets);
    }

    Proof of(Finding finding) {
        @Nullable Exchange example = finding.example();
        return new Proof(
                finding.check(),
                finding.level(),
                finding.subject(),
                secrets.redacted(finding.cause()),
                secrets.redacted(finding.expected()),
                finding.source(),
                secrets.redacted(finding.got()),
                finding.times(),
                example == null ? "" : text(example.request()),
                example == null ? "" : text(example),
                example == null ? "" : curl.of(example.request()));
    }

    private String text(Request request) {
        return request.method() + " " + request.path() + "\n" + headers(request.headers()) + "\n"
                + shortened(new String(request.body(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private String text(Exchange exchange) {
        Answer answer = exchange.answer();
        return answer == null
                ? secrets.redacted("(" + exchange.failure() + ")")
                : "HTTP " + answer.status() + "\n" + headers(answer.headers()) + "\n" + shortened(answer.text());
    }

    private String headers(List<Header> headers) {
        return headers.stream()
                .map(header -> secrets.redacted(header.name() + ": " + header.value()) + "\n")
                .collect(Collectors.joining());
    }

    /** Redacted first: half a secret would not be found. */
    private String shortened(String body) {
        String clean = secrets.redacted(body);
        return clean.length() <= MOST
                ? clean
                : clean.substring(0, MOST) + "… (" + (clean.length() - MOST) + " characters more)";
    }
}
