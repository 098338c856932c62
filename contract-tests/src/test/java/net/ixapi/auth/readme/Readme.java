package net.ixapi.auth.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The README as its readers see it: the blocks that they copy. */
final class Readme {
    private Readme() {}

    static String text() {
        try {
            return Files.readString(Path.of("../README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> blocks(String language) {
        return blocks(text(), language);
    }

    static List<String> blocks(String markdown, String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(markdown)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
