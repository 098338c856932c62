package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an implementation throws may end up in anyone's log. */
class ExceptionsTest {
    @Test
    void aProblemShowsItsStatusOnly() {
        ProblemException e = new ProblemException(401, "canary");

        assertThat(e).hasMessage("HTTP 401").hasToString(ProblemException.class.getName() + ": HTTP 401");
        assertThat(e.status()).isEqualTo(401);
        assertThat(e.body()).isEqualTo("canary");
    }

    @Test
    void anInvalidRequestShowsTheNamesOnly() {
        InvalidRequestException e =
                new InvalidRequestException(List.of(new FieldError("a", "canary"), new FieldError("b[1].c", "canary")));

        assertThat(e).hasMessage("invalid: [a, b[1].c]");
    }

    @Test
    void anInvalidRequestKeepsItsErrors() {
        List<FieldError> errors = new ArrayList<>(List.of(new FieldError("a", "is required")));
        InvalidRequestException e = new InvalidRequestException(errors);
        errors.clear();

        assertThat(e.errors()).containsExactly(new FieldError("a", "is required"));
    }
}
