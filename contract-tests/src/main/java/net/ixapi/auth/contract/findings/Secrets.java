package net.ixapi.auth.contract.findings;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Knows the secrets of a run, and puts the names of shell variables in their places. Safe for many threads. {@code toString}
 * prints none of them.
 */
public final class Secrets {
    /** Shorter values would stand in every other text by chance. */
    private static final int SHORTEST = 8;
    /** A token that nobody told of: RFC 7515, section 7.1. The signature may be empty. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]{6,}\\.[\\w-]{2,}\\.[\\w-]*");

    private final Map<String, String> names = new ConcurrentHashMap<>();

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
        for (Map.Entry<String, String> secret : longestFirst()) {
            clean = clean.replace(secret.getKey(), "$" + secret.getValue());
        }
        return TOKEN.matcher(clean).replaceAll("<token>");
    }

    /**
     * Looks for a secret.
     *
     * @param text any text
     * @return the variables of those that stand in it
     */
    public List<String> in(String text) {
        return longestFirst().stream()
                .filter(secret -> text.contains(secret.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private List<Map.Entry<String, String>> longestFirst() {
        return names.entrySet().stream()
                .sorted(Comparator.comparing(secret -> -secret.getKey().length()))
                .toList();
    }

    @Override
    public String toString() {
        return "Secrets[" + names.size() + "]";
    }
}
