package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Texts that are nearly a secret. */
final class Mutations {
    private Mutations() {}

    /** Texts by their names, in this order: each name is followed by its text. */
    static Map<String, String> named(String... namesAndTexts) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            named.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return named;
    }

    /** With another character at one place. */
    static String changed(String text, int place) {
        char other = text.charAt(place) == '0' ? '1' : '0';
        return text.substring(0, place) + other + text.substring(place + 1);
    }

    /** In capitals, or in small letters where it has no other; the same where case changes nothing but the length. */
    static String inAnotherCase(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String other = upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
        return other.length() == text.length() ? other : text;
    }

    /** Without its last characters. */
    static String cut(String text, int characters) {
        return text.substring(0, text.length() - characters);
    }
}
