package net.ixapi.auth.contract.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.findings.Curl;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Secrets;
import net.ixapi.auth.contract.report.ReportedFinding.Proof;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** Puts findings into words without secrets. Made when the run has ended, so that all tokens are known. Immutable. */
record ReportedFindings(URI baseUri, Secrets secrets) {
    /** As much of a body or a header as a reader wants to see. */
    private static final int MAX_LENGTH = 4_000;
    /** What is wrong, and what is noted of texts that a server may choose. */
    private static final int MAX_CAUSE_LENGTH = 1_000;

    List<ReportedFinding> of(List<Finding> findings) {
        Map<String, Integer> numbers = new HashMap<>();
        return findings.stream()
                .map(finding -> of(finding, numbers.merge(finding.requirement(), 1, Integer::sum)))
                .toList();
    }

    private ReportedFinding of(Finding finding, int number) {
        Exchange example = finding.example();
        return new ReportedFinding(
                finding.requirement() + (number == 1 ? "" : "." + number),
                finding.requirement(),
                finding.check(),
                finding.level(),
                finding.subject(),
                shortened(secrets.redacted(finding.cause()), MAX_CAUSE_LENGTH),
                secrets.redacted(finding.expected()),
                finding.source(),
                shortened(secrets.redacted(finding.got()), MAX_CAUSE_LENGTH),
                finding.times(),
                example == null ? new Proof("", "", "") : proof(example),
                "");
    }

    private Proof proof(Exchange example) {
        return new Proof(text(example.request()), text(example), new Curl(baseUri, secrets).of(example.request()));
    }

    private String text(Request request) {
        return request.method() + " " + secrets.redacted(request.path()) + "\n" + headers(request.headers()) + "\n"
                + shortened(secrets.redacted(new String(request.body(), StandardCharsets.UTF_8)), MAX_LENGTH);
    }

    private String text(Exchange exchange) {
        Response response = exchange.response();
        return response == null
                ? secrets.redacted("(" + exchange.failure() + ")")
                : "HTTP " + response.status() + "\n" + headers(response.headers()) + "\n"
                        + shortened(secrets.redacted(response.text()), MAX_LENGTH);
    }

    private String headers(List<Header> headers) {
        return headers.stream()
                .map(header -> shortened(secrets.redacted(header.name() + ": " + header.value()), MAX_LENGTH) + "\n")
                .collect(Collectors.joining());
    }

    /** Of a text without secrets: half a secret would not be found. */
    private static String shortened(String clean, int max) {
        return clean.length() <= max
                ? clean
                : clean.substring(0, max) + "… (" + (clean.length() - max) + " characters more)";
    }
}
