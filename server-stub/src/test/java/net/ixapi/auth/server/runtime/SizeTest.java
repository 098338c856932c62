package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON Schema counts characters; Java counts UTF-16 units, of which U+1F600 has two. */
class SizeTest {
    private static final String ASTRAL = "\ud83d\ude00";

    record Text(@Size(min = 2, max = 3) String text) {}

    record Containers(
            @Size(min = 2, max = 3) List<Integer> list,
            @Size(min = 2, max = 3) Set<Integer> set,
            @Size(min = 2, max = 3) Map<Integer, Integer> map) {}

    private static List<String> check(Object input) {
        return BodyReading.lines(new RequestValidator(Json.strict()).check(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ab", "abc", ASTRAL + ASTRAL, ASTRAL + "a" + ASTRAL, ASTRAL + ASTRAL + ASTRAL, "\u00e4\u20ac"})
    void acceptsTextWithinTheBounds(String text) {
        assertThat(check(new Text(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "abcd", ASTRAL, "abc" + ASTRAL, ASTRAL + ASTRAL + ASTRAL + ASTRAL})
    void refusesTextBeyondTheBounds(String text) {
        assertThat(check(new Text(text))).containsExactly("text must have from 2 to 3 characters");
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true", "4, false"})
    void countsTheItemsOfContainers(int size, boolean accepted) {
        List<Integer> items = List.of(1, 2, 3, 4).subList(0, size);
        Map<Integer, Integer> map = Map.of(1, 1, 2, 2, 3, 3, 4, 4);
        Containers containers = new Containers(items, Set.copyOf(items), sized(map, size));

        assertThat(check(containers))
                .isEqualTo(
                        accepted
                                ? List.of()
                                : List.of(
                                        "list must have from 2 to 3 items",
                                        "map must have from 2 to 3 items",
                                        "set must have from 2 to 3 items"));
    }

    private static Map<Integer, Integer> sized(Map<Integer, Integer> map, int size) {
        Map<Integer, Integer> copy = new java.util.HashMap<>(map);
        copy.keySet().removeIf(key -> key > size);
        return copy;
    }

    @ParameterizedTest
    @ValueSource(classes = {Text.class, Containers.class})
    void leavesWhatIsAbsentToOtherConstraints(Class<?> type) throws ReflectiveOperationException {
        Object absent = type.getDeclaredConstructors()[0].newInstance(new Object[type.getRecordComponents().length]);

        assertThat(check(absent)).isEmpty();
    }
}
