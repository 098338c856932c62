package net.ixapi.auth.stub;

import java.util.List;
import net.ixapi.auth.model.AuthenticationProblem;
import net.ixapi.auth.model.InvalidProperty;
import net.ixapi.auth.model.Problem;
import net.ixapi.auth.model.ValidationProblem;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.ProblemException;
import net.ixapi.auth.server.runtime.Problems;
import net.ixapi.auth.stub.token.InvalidTokenException;

/** The problems of IX-API v2 (https://docs.ix-api.net/v2/, Problem Details). Immutable and safe for many threads. */
public final class StubProblems implements Problems {
    private static final String TYPES = "https://errors.ix-api.net/v2/";
    /** RFC 7807, section 4.2: the type of a problem that says no more than its HTTP status. */
    private static final String NO_TYPE = "about:blank";

    @Override
    public ValidationProblem invalidRequest(List<FieldError> errors) {
        return new ValidationProblem()
                .type(TYPES + "validation-error.html")
                .title("Some fields did not validate.")
                .status(400)
                .properties(errors.stream()
                        .map(error -> new InvalidProperty().name(error.name()).reason(error.reason()))
                        .toList());
    }

    @Override
    public Problem httpError(int status, String title, String detail) {
        return new Problem()
                .type(status == 404 ? TYPES + "not-found.html" : NO_TYPE)
                .title(title)
                .status(status)
                .detail(detail);
    }

    ProblemException wrongCredentials() {
        return authentication("authentication-error.html", "Authentication Credentials Invalid");
    }

    ProblemException notAuthenticated() {
        return authentication("not-authenticated.html", "Not Authenticated");
    }

    ProblemException refused(InvalidTokenException e) {
        return e.expired() ? authentication("signature-expired.html", "Signature Expired") : wrongCredentials();
    }

    private static ProblemException authentication(String type, String title) {
        return new ProblemException(
                401, new AuthenticationProblem().type(TYPES + type).title(title).status(401));
    }
}
