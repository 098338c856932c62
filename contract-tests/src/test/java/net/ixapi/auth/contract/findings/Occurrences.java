package net.ixapi.auth.contract.findings;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of many texts stand in a long one, found in one pass: one search for each takes seconds in tests. */
public final class Occurrences {
    /** As many characters as each text has at least. */
    private static final int BEGINNING = 8;

    private Occurrences() {}

    public static Set<String> of(Collection<String> texts, String whole) {
        Map<String, List<String>> byBeginning =
                texts.stream().distinct().collect(Collectors.groupingBy(text -> text.substring(0, BEGINNING)));
        BitSet beginnings = new BitSet();
        byBeginning.keySet().forEach(beginning -> beginnings.set(hash(beginning, 0)));
        Set<String> found = new HashSet<>();
        for (int at = 0; at + BEGINNING <= whole.length(); at++) {
            // Nearly everywhere, this is all that is done.
            if (beginnings.get(hash(whole, at))) {
                String beginning = whole.substring(at, at + BEGINNING);
                for (String text : byBeginning.getOrDefault(beginning, List.of())) {
                    if (whole.startsWith(text, at)) {
                        found.add(text);
                    }
                }
            }
        }
        return found;
    }

    /** Of three characters. */
    private static int hash(String text, int at) {
        return text.charAt(at) * 961 + text.charAt(at + 1) * 31 + text.charAt(at + 2) & 0xffff;
    }
}
