package net.ixapi.auth.contract.findings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which of many texts stand in a long one, found in one pass: one search for each takes seconds in tests. */
public final class Occurrences {
    /** As many characters as each text has at least. */
    private static final int BEGINNING = 8;

    private Occurrences() {}

    public static Set<String> of(Collection<String> texts, String whole) {
        Map<String, List<String>> byBeginning =
                texts.stream().distinct().collect(Collectors.groupingBy(text -> text.substring(0, BEGINNING)));
        return IntStream.rangeClosed(0, whole.length() - BEGINNING)
                .boxed()
                .flatMap(at -> byBeginning.getOrDefault(whole.substring(at, at + BEGINNING), List.of()).stream()
                        .filter(text -> whole.startsWith(text, at)))
                .collect(Collectors.toSet());
    }
}
