package net.ixapi.auth.contract.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.http.Answer;
import tools.jackson.databind.JsonNode;

/** What every answer must keep to. No message holds a value of the answer. */
final class Conformance {
    private Conformance() {}

    /** The status is the expected one, and the rest is as the document describes that status. */
    static void requireDocumented(Answer answer, OpenApiDocument document, String operation, int status) {
        assertThat(answer.status()).as("HTTP status").isEqualTo(status);
        assertThat(document.mistakes(operation, status, mediaType(answer), answer.body()))
                .as("departures of the body from the document")
                .isEmpty();
        assertThat(hasNull(answer.json()))
                .as("the body has members that are null")
                .isFalse();
        if (status >= 400) {
            requireOwnStatus(answer);
        }
    }

    /** A problem of HTTP itself, which the document leaves out: RFC 7807, section 3.1. */
    static void requireProblem(Answer answer, int status) {
        assertThat(answer.status()).as("HTTP status").isEqualTo(status);
        assertThat(mediaType(answer)).as("media type").isIn("application/json", "application/problem+json");
        assertThat(answer.json().path("type").isString())
                .as("the problem has a type")
                .isTrue();
        requireOwnStatus(answer);
    }

    private static void requireOwnStatus(Answer answer) {
        JsonNode status = answer.json().path("status");
        assertThat(status.isMissingNode() || status.asInt(-1) == answer.status())
                .as("the member 'status' is the HTTP status")
                .isTrue();
    }

    private static String mediaType(Answer answer) {
        return answer.header("content-type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static boolean hasNull(JsonNode node) {
        if (node.isNull()) {
            return true;
        }
        for (JsonNode child : node) {
            if (hasNull(child)) {
                return true;
            }
        }
        return false;
    }
}
