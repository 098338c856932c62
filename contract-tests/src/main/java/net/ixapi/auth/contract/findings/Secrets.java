package net.ixapi.auth.contract.findings;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Knows the secrets of a run, and puts the names of shell variables in their places. Not safe for use by several threads
 * at once. {@code toString} prints none of them.
 */
public final class Secrets {
    /** Shorter values would stand in every other text by chance. */
    private static final int SHORTEST = 8;
    /**
     * A token that nobody told of: RFC 7515, section 7.1. The signature may be empty. It looks for the two dots first, and once for
     * each run of letters: a server must not keep the suite busy for minutes with a text of many beginnings.
     */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<![\\w-])(?=[\\w-]++\\.[\\w-]{2,}+\\.)([\\w-]*?)(?i:eyJ)[\\w-]{6,}+\\.[\\w-]{2,}+\\.[\\w-]*+");

    private final Map<String, String> names = new HashMap<>();
    /** What gives a secret away without being it, and what a shell makes of it. */
    private final Map<String, String> variants = new HashMap<>();

    /**
     * Tells of a secret.
     *
     * @param value the secret
     * @param variable the shell variable that stands for it, without its dollar
     */
    public void add(String value, String variable) {
        if (value.length() >= SHORTEST) {
            names.putIfAbsent(value, variable);
            names.putIfAbsent(inJson(value), variable);
        }
    }

    /**
     * Tells of a text that is nearly a secret. It is hidden like one, but {@link #in} does not look for it.
     *
     * @param value the text
     * @param expression how a shell makes it from the secret, such as <code>${IX_API_KEY^^}</code>
     */
    public void addVariant(String value, String expression) {
        if (value.length() >= SHORTEST) {
            variants.put(value, expression);
        }
    }

    private static Pattern anyCase(String secret) {
        return Pattern.compile(Pattern.quote(secret), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String inJson(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsCharArray(value));
    }

    /**
     * Removes all secrets.
     *
     * @param text any text
     * @return the text with {@code $VARIABLE} in the place of each secret
     */
    public String redacted(String text) {
        String clean = text;
        for (Map.Entry<String, String> variant : longestFirst(variants)) {
            clean = clean.replace(variant.getKey(), variant.getValue());
        }
        // A server may write it as it writes names of headers and media types.
        String lower = clean.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> secret : longestFirst(names)) {
            if (lower.contains(secret.getKey().toLowerCase(Locale.ROOT))) {
                clean = anyCase(secret.getKey()).matcher(clean).replaceAll("\\$" + secret.getValue());
                lower = clean.toLowerCase(Locale.ROOT);
            }
        }
        return TOKEN.matcher(clean).replaceAll("$1<token>");
    }

    /**
     * Looks for a secret.
     *
     * @param text any text
     * @return the variables of those that stand in it
     */
    public List<String> in(String text) {
        return longestFirst(names).stream()
                .filter(secret -> text.contains(secret.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private static List<Map.Entry<String, String>> longestFirst(Map<String, String> texts) {
        return texts.entrySet().stream()
                .sorted(Comparator.comparing(text -> -text.getKey().length()))
                .toList();
    }

    @Override
    public String toString() {
        return "Secrets[" + names.size() + "]";
    }
}
