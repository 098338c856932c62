package net.ixapi.auth.contract.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of a request or a response, as the page shows it.
 *
 * @param text the part
 * @param marked whether it is what a finding is about
 */
record MarkedText(String text, boolean marked) {
    /** What the cause of a finding names: a property, a secret, a media type, a header. */
    private static final Pattern NAMES = Pattern.compile(
            "(?<property>\\w+_\\w+|(?<=/)[a-z]\\w+(?= |$)|(?<=')\\w+(?='))|\\$\\w+|\\w+/[\\w.+-]+|(?<=the header )[\\w-]+");

    private static final String STATUS_LINE = "\\AHTTP \\d+";

    /** The value of a property goes with its name. */
    private static final String VALUE =
            "\"\\s*:\\s*(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|\\[[^\\]]*+]?|\\{[^}]*+}?|[^,}\\]]*+)";

    /** A response: what the finding is about, or its status where nothing of it is there. */
    static List<MarkedText> response(String text, String cause) {
        List<MarkedText> parts = request(text, cause);
        return parts.stream().anyMatch(MarkedText::marked) ? parts : of(text, STATUS_LINE);
    }

    static List<MarkedText> request(String text, String cause) {
        String names = NAMES.matcher(cause)
                .results()
                .map(name -> name.group(1) == null
                        ? Pattern.quote(name.group())
                        : "\"" + Pattern.quote(name.group()) + VALUE)
                .distinct()
                .collect(Collectors.joining("|"));
        return of(text, names.isEmpty() ? "(?!)" : names);
    }

    private static List<MarkedText> of(String text, String pattern) {
        List<MarkedText> parts = new ArrayList<>();
        int next = 0;
        for (MatchResult found :
                Pattern.compile(pattern).matcher(text).results().toList()) {
            parts.add(new MarkedText(text.substring(next, found.start()), false));
            parts.add(new MarkedText(found.group(), true));
            next = found.end();
        }
        parts.add(new MarkedText(text.substring(next), false));
        return parts;
    }
}
