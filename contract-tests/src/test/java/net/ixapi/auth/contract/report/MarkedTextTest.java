package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTextTest {
    private static final String RESPONSE =
            "HTTP 401\nX-debug: $IX_API_SECRET\nContent-Type: text/html\n\n{\"list\":[],\"status\":403,\"access_token\":\"a.b\\\"c\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            access_token is not signed                         | "access_token":"a.b\\"c"
            201: /access_token breaks 'type' of /components/x/type | "access_token":"a.b\\"c"
            the property 'status' is not the HTTP status       | "status":403
            401 comes as text/html                             | text/html
            $IX_API_SECRET in the header X-debug               | $IX_API_SECRET
            the property 'list' is not read                    | "list":[]
            right credentials are refused now and then         | HTTP 401
            """)
    void marksWhatTheFindingIsAboutAndElseTheStatus(String cause, String marked) {
        assertThat(MarkedText.response(RESPONSE, cause))
                .filteredOn(MarkedText::marked)
                .extracting(MarkedText::text)
                .contains(marked);
        assertThat(MarkedText.response(RESPONSE, cause).stream().map(MarkedText::text))
                .as("nothing is lost")
                .satisfies(parts -> assertThat(String.join("", parts)).isEqualTo(RESPONSE));
    }
}
