package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ErrorResponse;
import net.ixapi.auth.client.error.InvalidResponseException;
import net.ixapi.auth.client.error.OAuth2Exception;
import net.ixapi.auth.client.error.ProblemDetails;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's table of exceptions, compared with the code. */
class ReadmeErrorsTest {
    private static final List<List<String>> ROWS = Readme.CLIENT.rows("Exception");
    private static final Pattern STATUS = Pattern.compile("\\b\\d(\\d\\d|xx)\\b");
    private static final List<String> SPECIALTIES = List.of("retryAfter", "fields");

    @Test
    void everyExceptionIsThereAndNoOther() {
        assertThat(ROWS)
                .extracting(row -> row.get(0))
                .containsOnly(concrete(ApiException.class)
                        .map(exception -> "`" + exception.getSimpleName() + "`")
                        .toArray(String[]::new));
    }

    /** Each status that may come has one row, which says the truth about it. */
    @Test
    void everyStatusIsAsItSays() {
        IntStream.range(200, 600).forEach(status -> {
            ApiException exception = ApiStatusException.of(
                    new ErrorResponse("any", status, Map.of(), ProblemDetails.NONE, null, Instant.EPOCH));
            assertThat(ROWS)
                    .as("HTTP " + status)
                    .filteredOn(row -> covers(row, status))
                    .singleElement()
                    .satisfies(row -> assertThat(said(row)).isEqualTo(said(exception)));
        });
    }

    @ParameterizedTest
    @MethodSource("failuresWithoutAStatus")
    void everyOtherFailureIsThere(ApiException exception) {
        assertThat(ROWS).anySatisfy(row -> assertThat(said(row)).isEqualTo(said(exception)));
    }

    @Test
    void thereIsNoOtherFailure() {
        assertThat(ROWS)
                .filteredOn(row -> !STATUS.matcher(row.get(1)).find())
                .allSatisfy(row -> assertThat(failuresWithoutAStatus())
                        .anySatisfy(exception -> assertThat(said(row)).isEqualTo(said(exception))));
    }

    @Test
    void whatAnExceptionHasBesidesIsThere() {
        assertThat(ROWS).allSatisfy(row -> {
            Class<?> exception = concrete(ApiException.class)
                    .filter(any -> row.get(0).equals("`" + any.getSimpleName() + "`"))
                    .findFirst()
                    .orElseThrow();
            List<String> names =
                    Arrays.stream(exception.getMethods()).map(Method::getName).toList();
            assertThat(SPECIALTIES)
                    .allSatisfy(specialty -> assertThat(row.get(4).contains("`" + specialty + "("))
                            .as(row.get(0) + " " + specialty)
                            .isEqualTo(names.contains(specialty)));
        });
    }

    static Stream<ApiException> failuresWithoutAStatus() {
        return Stream.concat(
                Stream.of(
                        new InvalidResponseException("any", 201, Map.of(), "is empty"),
                        new OAuth2Exception(
                                ApiStatusException.of(new ErrorResponse(
                                        "any", 400, Map.of(), ProblemDetails.NONE, null, Instant.EPOCH)),
                                "invalid_client")),
                Stream.concat(
                        Stream.<IOException>of(
                                        new ConnectTimeoutException("not accepted"),
                                        new ConnectException("refused"),
                                        new UnknownHostException("nowhere"),
                                        new SSLHandshakeException("not trusted"))
                                .map(cause -> ApiConnectionException.because("any", cause, false)),
                        Stream.of(
                                        new SocketTimeoutException("silence"),
                                        new SocketException("reset"),
                                        new InterruptedIOException("interrupted"))
                                .map(cause -> ApiConnectionException.because("any", cause, true))));
    }

    /** By its number; where no row has that, by its hundred. */
    private static boolean covers(List<String> row, int status) {
        boolean isNamed = ROWS.stream().anyMatch(any -> statuses(any).contains("" + status));
        return statuses(row).contains(isNamed ? "" + status : status / 100 + "xx");
    }

    private static List<String> statuses(List<String> row) {
        return STATUS.matcher(row.get(1))
                .results()
                .map(status -> status.group())
                .toList();
    }

    private static List<String> said(List<String> row) {
        return List.of(row.get(0), row.get(2), row.get(3));
    }

    private static List<String> said(ApiException exception) {
        return List.of(
                "`" + exception.getClass().getSimpleName() + "`",
                exception.isRetryable() ? "yes" : "no",
                exception.mayHaveBeenProcessed() ? "yes" : "no");
    }

    private static Stream<Class<?>> concrete(Class<?> exception) {
        Stream<Class<?>> below = exception.isSealed()
                ? Arrays.stream(exception.getPermittedSubclasses()).flatMap(ReadmeErrorsTest::concrete)
                : Stream.empty();
        return Modifier.isAbstract(exception.getModifiers()) ? below : Stream.concat(Stream.of(exception), below);
    }
}
