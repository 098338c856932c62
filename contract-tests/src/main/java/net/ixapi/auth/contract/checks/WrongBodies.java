package net.ixapi.auth.contract.checks;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Bodies and members that no operation of the contract accepts. */
final class WrongBodies {
    private WrongBodies() {}

    /** Values of every JSON type but text. */
    static Stream<String> valuesThatAreNoText() {
        return Stream.of("null", "5", "1.5", "true", "[]", "[\"text\"]", "{}");
    }

    /** Whole bodies that are no JSON object. */
    static Stream<Arguments> bodiesThatAreNoObject() {
        return Stream.of(
                Arguments.of("nothing at all", ""),
                Arguments.of("JSON null", "null"),
                Arguments.of("an array", "[]"),
                Arguments.of("text", "\"text\""),
                Arguments.of("a number", "5"),
                Arguments.of("malformed", "{\"api_key\":"),
                Arguments.of("no JSON", "api_key=1"),
                Arguments.of("deeply nested", "[".repeat(20_000)));
    }
}
