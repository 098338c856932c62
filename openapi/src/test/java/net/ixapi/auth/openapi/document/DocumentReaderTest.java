package net.ixapi.auth.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
        assertThat(root.member("a").value()).isEqualTo(Arrays.asList(1, 2.5, "yes", true, null));
        assertThat(root.member("200").value()).isEqualTo(Map.of("c", "d"));
    }

    @Test
    void readsJsonWithTabs() {
        Place root = parse("{\n\t\"a\": {\n\t\t\"b\": [\"\\tc \\ud83d\\ude00 \\/\"]\n\t}\n}\n");
        assertThat(root.value()).isEqualTo(Map.of("a", Map.of("b", List.of("\tc 😀 /"))));
    }

    @Test
    void knowsLineAndPointer() {
        Place place = parse("a:\n  - b\n  - c/d~e:\n      f\n")
                .member("a")
                .member("1")
                .member("c/d~e");
        assertThat(place.finding("is f")).hasToString("f.yaml:3 at /a/1/c~1d~0e: is f");
    }

    @Test
    void knowsWhereSomethingIsMissing() {
        Place place = parse("a:\n  b: c\n").member("a").member("d").member("e");
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
                arguments("a: b\nc: d\7", "f.yaml:2:5: the character U+0007 is not allowed"),
                arguments("", "f.yaml: is empty"));
    }

    @Test
    void namesTheMissingFile(@TempDir Path folder) {
        Path file = folder.resolve("none.yaml");
        assertThatThrownBy(() -> Document.read(file, "none.yaml"))
                .hasMessage("none.yaml: there is no file " + file.toAbsolutePath());
    }

    @Test
    void namesTheFolderThatIsNoFile(@TempDir Path folder) {
        assertThatThrownBy(() -> Document.read(folder, "folder"))
                .hasMessage("folder: cannot be read: " + folder.toAbsolutePath());
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
