package net.ixapi.auth.contract.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.SchemaViolation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.ContractTarget.Credentials;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Failure;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.contract.wire.RunEndedException;
import org.jspecify.annotations.Nullable;

/**
 * One message for a server that is not there, and not one for each check. Nothing is sent that may change something: a log-in, or else
 * nothing. Of the messages, only what the server said is redacted: the suite's own words, such as the name of an option, may have
 * something in common with a secret.
 */
record Preflight(Probe probe, Fixtures fixtures, Operation operation) {
    /** RFC 9110, section 15.6.4. */
    private static final int UNAVAILABLE = 503;

    /** Ends the run before its first check. */
    static final class Unjudged extends RunEndedException {
        private static final long serialVersionUID = 1L;

        final Verdict verdict;

        private Unjudged(Verdict verdict, String message) {
            super(message);
            this.verdict = verdict;
        }
    }

    /**
     * Ends the run if there is nothing to check.
     *
     * @throws Unjudged if the server cannot be reached, is no IX-API, or refuses the credentials
     */
    void require() {
        ContractTarget target = probe.target();
        Exchange good = logIn("The credentials", target.apiKey(), target.apiSecret());
        Failure failure = good.failure();
        if (failure != null && failure.kind() != Failure.Kind.BROKEN) {
            throw unreachable(
                    "Nothing answers at " + target + ": " + probe.secrets().redacted(failure.toString()));
        }
        String retryAfter = header(good, "Retry-After");
        if (good.status() == UNAVAILABLE && !retryAfter.isEmpty()) {
            throw unreachable("The server at " + target + " is not available now: it responds with 503 and Retry-After "
                    + retryAfter);
        }
        // A broken server may respond to one of them with anything, but hardly both.
        Exchange empty = probe.send(operation, Request.json(operation.method(), operation.path(), "{}"));
        if (isForeign(good.response()) && isForeign(empty.response())) {
            String location = header(good, "Location");
            String asked = header(good, "WWW-Authenticate");
            String gateway = asked.startsWith("Basic") ? " (a gateway asks for " + asked + ": see --header)" : "";
            String what = location.isEmpty()
                    ? gateway + " without the JSON of one. Does the address have its path, such as /api/v2?"
                    : ", a redirect to " + location + ". Clients follow none with a secret: if the API is there, give"
                            + " --base-url its address there";
            throw unreachable(
                    "There is no IX-API at " + target + ": " + operation.label() + " brings " + good.status() + what);
        }
        requireAccepted(good, "set --api-key and --api-secret");
        good.success().ifPresent(fixtures::keep);
        Credentials second = target.second();
        if (second != null) {
            Exchange other = logIn("The credentials of --second-account", second.apiKey(), second.apiSecret());
            requireAccepted(other, "set those of --second-account");
        }
    }

    private static Unjudged unreachable(String why) {
        return new Unjudged(Verdict.UNREACHABLE, why);
    }

    private Exchange logIn(String whose, String key, String secret) {
        ObjectNode credentials = Fixtures.credentials(key, secret);
        for (SchemaViolation violation : probe.document().violations(operation, credentials)) {
            throw new Unjudged(
                    Verdict.REFUSED,
                    whose + " break the document: " + probe.secrets().redacted(violation.text()));
        }
        return probe.send(operation, Fixtures.request(operation, credentials));
    }

    /** Empty where the response does not have it. */
    private String header(Exchange exchange, String name) {
        Response response = exchange.response();
        return response == null
                ? ""
                : probe.secrets().redacted(response.header(name).orElse(""));
    }

    /** A refusal may be an accident once. */
    private void requireAccepted(Exchange exchange, String hint) {
        if (isRefused(exchange) && isRefused(probe.send(operation, exchange.request()))) {
            String other = operation.statuses().contains(exchange.status())
                    ? ""
                    : ", which the document does not list, so that something else may refuse the request itself";
            throw new Unjudged(
                    Verdict.REFUSED,
                    "The server refuses the credentials (" + operation.label() + " brings " + exchange.status() + other
                            + "): " + hint + " to ones that it knows");
        }
    }

    private static boolean isRefused(Exchange exchange) {
        return exchange.status() == 401 || exchange.status() == 403;
    }

    /** What has a documented status and media type is of the API, even if its body cannot be read. */
    private boolean isForeign(@Nullable Response response) {
        return response != null
                && (response.knowsNoOperation()
                        || response.status() / 100 == 3
                        || !response.json().isObject()
                                && !operation.mediaTypes(response.status()).contains(response.mediaType()));
    }
}
