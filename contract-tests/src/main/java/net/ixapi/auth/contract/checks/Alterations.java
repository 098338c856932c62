package net.ixapi.auth.contract.checks;

import java.util.Locale;
import net.ixapi.auth.contract.engine.Probe;

/** Texts that are nearly a secret. They would give it away, so that each is hidden behind what a shell makes it from. */
final class Alterations {
    private final Probe probe;
    private final String variable;
    private final String original;

    Alterations(Probe probe, String variable, String original) {
        this.probe = probe;
        this.variable = variable;
        this.original = original;
    }

    String original() {
        return original;
    }

    /** With another character at one place. */
    String at(int place) {
        char other = original.charAt(place) == '0' ? '1' : '0';
        int after = place + 1;
        return hidden(
                original.substring(0, place) + other + original.substring(after),
                "${" + variable + ":0:" + place + "}" + other + "${" + variable + ":" + after + "}");
    }

    /** In capitals, or in small letters where it has no other; the same where case changes nothing but the length. */
    String inAnotherCase() {
        String upper = original.toUpperCase(Locale.ROOT);
        String lower = original.toLowerCase(Locale.ROOT);
        boolean capitals = !upper.equals(original);
        String other = capitals ? upper : lower;
        boolean alike = other.length() == original.length() && !other.equals(original);
        return alike ? hidden(other, "${" + variable + (capitals ? "^^}" : ",,}")) : original;
    }

    /** Without its last character. */
    String cut() {
        int last = original.length() - 1;
        return hidden(original.substring(0, last), "${" + variable + ":0:" + last + "}");
    }

    /** With a NUL in its middle: to a server in C it may end there. */
    String withNul() {
        int middle = original.length() / 2;
        int after = middle + 1;
        return hidden(original.substring(0, middle), "${" + variable + ":0:" + middle + "}")
                + '\0'
                + hidden(original.substring(after), "${" + variable + ":" + after + "}");
    }

    private String hidden(String altered, String expression) {
        probe.hide(altered, expression);
        return altered;
    }
}
