package net.ixapi.auth.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentReaderTest {
    @Test
    void readsYaml() {
        Place root = parse("a: [1, 2.5, yes, true, null]\nb: &x {c: 'd'}\n200: *x\n");
        assertThat(root.property("a").value()).isEqualTo(Arrays.asList(1, 2.5, "yes", true, null));
        assertThat(root.property("200").value()).isEqualTo(Map.of("c", "d"));
    }

    @Test
    void readsJsonWithTabs() {
        Place root = parse("{\n\t\"a\": {\n\t\t\"b\": [\"\\tc \\ud83d\\ude00 \\/\"]\n\t}\n}\n");
        assertThat(root.value()).isEqualTo(Map.of("a", Map.of("b", List.of("\tc 😀 /"))));
    }

    @Test
    void knowsLineAndPointer() {
        Place place = parse("a:\n  - b\n  - c/d~e:\n      f\n")
                .property("a")
                .property("1")
                .property("c/d~e");
        assertThat(place.finding("is f")).hasToString("f.yaml:3 at /a/1/c~1d~0e: is f");
    }

    @Test
    void knowsWhereSomethingIsMissing() {
        Place place = parse("a:\n  b: c\n").property("a").property("d").property("e");
        assertThat(place.exists()).isFalse();
        assertThat(place.finding("is missing")).hasToString("f.yaml:1 at /a/d/e: is missing");
    }

    @ParameterizedTest
    @MethodSource
    void saysWhereAndWhyItCannotRead(String text, String message) {
        UnreadableDocumentException e = catchThrowableOfType(UnreadableDocumentException.class, () -> parse(text));
        assertThat(e).hasMessage(message);
        assertThat(e.finding()).hasToString(message);
    }

    static Stream<Arguments> saysWhereAndWhyItCannotRead() {
        return Stream.of(
                arguments("a: b: c", "f.yaml:1:5: mapping values are not allowed here"),
                arguments("a:\n - b\n c: d", "f.yaml:3:2: expected <block end>, but found '?'"),
                arguments("{'a': [1, 2}", "f.yaml:1:12: expected ',' or ']', but got }"),
                arguments("a: 1\nb: 2\na: 3", "f.yaml:3:1: found duplicate key a"),
                arguments("a: 1\nb: *c", "f.yaml:2:4: found undefined alias c"),
                arguments("a: !odd 1", "f.yaml:1:4: could not determine a constructor for the tag !odd"),
                arguments("a: 1\n---\nb: 2", "f.yaml:2:1: but found another document"),
                arguments("a: &x [1, *x]", "f.yaml:1:4: an alias leads back to what contains it"),
                arguments("a: 1\n? [b]\n: c", "f.yaml:2:3: a key must be a string"),
                arguments("a: 1\nb: 1e999999999", "f.yaml:2:4: a number must be one that a double can hold"),
                arguments("a: [1, -.inf]", "f.yaml:1:8: a number must be one that a double can hold"),
                arguments("a: .NaN", "f.yaml:1:4: a number must be one that a double can hold"),
                arguments("a: b\nc: d\7", "f.yaml:2:5: the character U+0007 is not allowed"),
                arguments("", "f.yaml: is empty"),
                arguments("[\n".repeat(201), "f.yaml:201:1: nested more than 200 levels deep"),
                arguments(doublings(20), "f.yaml:20:6: more than 2,000,000 values, aliases written out"));
    }

    @Test
    void saysWhereTheValuesAreTooMany() {
        assertThatThrownBy(() -> new DocumentReader("f.yaml", 4).parse("[1, 2, 3, 4]"))
                .hasMessage("f.yaml:1:11: more than 4 values, aliases written out");
        assertThatCode(() -> new DocumentReader("f.yaml", 5).parse("[1, 2, 3, 4]"))
                .doesNotThrowAnyException();
    }

    /** Each line has twice as many values as the line before. */
    private static String doublings(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(line -> "a%d: &a%d [*a%d, *a%d]\n".formatted(line, line, line - 1, line - 1))
                .collect(Collectors.joining("", "a0: &a0 [1]\n", ""));
    }

    @Test
    void readsManyAliasesOfWhatIsSmall() {
        Place root = parse("a: &a {b: c}\nd: [" + "*a, ".repeat(200) + "]\n");
        assertThat(root.property("d").items()).hasSize(200);
        assertThat(root.property("d").property("199").property("b").text()).isEqualTo("c");
    }

    @Test
    void readsJsonAfterAByteOrderMark() {
        assertThat(parse("\ufeff{\n\t\"a\": 1}").value()).isEqualTo(Map.of("a", 1));
    }

    @Test
    void namesTheFileThatIsTooLarge(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.yaml");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((16 << 20) + 1);
        }
        assertThatThrownBy(() -> Document.read(file, "large.yaml"))
                .hasMessage("large.yaml: cannot be read: it is larger than 16 MiB");
    }

    @Test
    void namesTheMissingFile(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");
        assertThatThrownBy(() -> Document.read(file, "none.yaml"))
                .hasMessage("none.yaml: there is no file " + file.toAbsolutePath());
    }

    @Test
    void namesTheFolderThatIsNoFile(@TempDir Path folder) {
        assertThatThrownBy(() -> Document.read(folder, "folder")).hasMessageMatching("folder: cannot be read: .+");
    }

    @Test
    void wantsUtf8(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
        assertThatThrownBy(() -> Document.read(file, "latin.yaml")).hasMessage("latin.yaml: is not UTF-8");
    }

    private static Place parse(String text) {
        return Document.parse(text, "f.yaml").root();
    }
}
