package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.BadRequestException;
import net.ixapi.auth.client.error.InvalidResponseException;
import net.ixapi.auth.client.error.UnauthorizedException;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.AuthenticationProblem;
import net.ixapi.auth.model.InvalidProperty;
import net.ixapi.auth.model.RefreshTokenRequest;
import net.ixapi.auth.model.ValidationProblem;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthApiFailureTest {
    private static final String TYPES = "https://errors.ix-api.net/v2/";

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    private final AuthApi api = new AuthApi(transport);

    @Test
    void aBadRequestSaysWhatIsWrongWithWhich() {
        server.answers(400, """
                {"type": "https://errors.ix-api.net/v2/validation-error.html", "title": "T", "status": 400,
                 "properties": [{"name": "api_key", "reason": "is short"},
                                {"name": "api_secret", "reason": {"length": 86}}]}""");
        BadRequestException failure = create(BadRequestException.class);
        assertThat(failure).hasMessage("auth_token_create: HTTP 400, " + TYPES + "validation-error.html");
        assertThat(failure.problem(ValidationProblem.class))
                .get()
                .satisfies(problem -> assertThat(problem.getProperties())
                        .containsExactly(
                                new InvalidProperty().name("api_key").reason("is short"),
                                new InvalidProperty().name("api_secret").reason(Map.of("length", 86))));
        assertThat(failure.problem(AuthenticationProblem.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authentication-error.html",
                "signature-expired.html",
                "not-authenticated.html",
                "unheard-of.html"
            })
    void aRefusalSaysWhyEvenIfNobodyKnowsTheReason(String type) {
        server.answers(401, "{\"type\": \"" + TYPES + type + "\", \"title\": \"T\"}");
        UnauthorizedException failure = catchThrowableOfType(
                UnauthorizedException.class, () -> api.authTokenRefresh(new RefreshTokenRequest()));
        assertThat(failure).hasMessage("auth_token_refresh: HTTP 401, " + TYPES + type);
        assertThat(failure.problem(AuthenticationProblem.class))
                .contains(new AuthenticationProblem().type(TYPES + type).title("T"));
    }

    @Test
    void anArrayAsDetailDoesNotHideTheType() {
        server.answers(400, "{\"type\": \"" + TYPES + "validation-error.html\", \"detail\": [\"a\", \"b\"]}");
        BadRequestException failure = create(BadRequestException.class);
        assertThat(failure.details().type()).isEqualTo(TYPES + "validation-error.html");
        assertThat(failure.details().detail()).isEqualTo("[\"a\",\"b\"]");
        assertThat(failure.problem(ValidationProblem.class))
                .get()
                .extracting(ValidationProblem::getDetail)
                .isEqualTo("[\"a\",\"b\"]");
    }

    @Test
    void aPairWithTheWrongStatusIsAFailure() {
        server.answers(200, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        assertThat(create(ApiStatusException.class)).hasMessage("auth_token_create: HTTP 200");
    }

    @Test
    void anAnswerThatIsNoPairIsUnreadable() {
        server.answers(201, "<html></html>");
        assertThat(create(InvalidResponseException.class)).hasMessageStartingWith("auth_token_create: HTTP 201");
    }

    private <E extends Throwable> E create(Class<E> type) {
        return catchThrowableOfType(type, () -> api.authTokenCreate(new AuthTokenRequest()));
    }
}
