package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Texts that are nearly a secret. Immutable. */
record Mutations(String original) {
    /** Texts by their names, in this order: each name is followed by its text. */
    static Map<String, String> named(String... namesAndTexts) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            named.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return named;
    }

    /** With another character at one place. */
    String at(int place) {
        char other = original.charAt(place) == '0' ? '1' : '0';
        return original.substring(0, place) + other + original.substring(place + 1);
    }

    /** In capitals, or in small letters where it has no other; the same where case changes nothing but the length. */
    String inAnotherCase() {
        String upper = original.toUpperCase(Locale.ROOT);
        String other = upper.equals(original) ? original.toLowerCase(Locale.ROOT) : upper;
        return other.length() == original.length() ? other : original;
    }

    /** With the same characters in another order. */
    String reversed() {
        return new StringBuilder(original).reverse().toString();
    }

    /** Without its last character. */
    String cut() {
        return original.substring(0, original.length() - 1);
    }

    /** With a NUL in its middle: to a server in C it may end there. */
    String withNul() {
        int middle = original.length() / 2;
        return original.substring(0, middle) + '\0' + original.substring(middle + 1);
    }

    @Override
    public String toString() {
        return "Mutations";
    }
}
