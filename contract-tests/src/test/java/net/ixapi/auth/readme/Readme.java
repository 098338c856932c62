package net.ixapi.auth.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the project as its readers see it: the blocks that they copy, the tables that they rely on. */
enum Readme {
    PROJECT("README.md"),
    CONTRACT("openapi/README.md"),
    CLIENT("client/README.md"),
    STUB("server-stub/README.md"),
    SUITE("contract-tests/README.md"),
    CONTRIBUTING("CONTRIBUTING.md");

    private final Path file;

    Readme(String file) {
        this.file = Path.of("..").resolve(file);
    }

    Path file() {
        return file;
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> blocks(String language) {
        return blocks(text(), language);
    }

    static List<String> blocks(String markdown, String language) {
        return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
                .matcher(markdown)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** The cells of a table, which is found by its first heading; without the headings and the line below them. */
    List<List<String>> rows(String heading) {
        List<List<String>> rows = text().lines()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Readme::cells)
                .toList();
        if (rows.isEmpty()) {
            throw new AssertionError(file + " has no table of " + heading);
        }
        return rows;
    }

    private static List<String> cells(String row) {
        return Stream.of(row.split("\\|", -1)).skip(1).map(String::strip).toList();
    }
}
