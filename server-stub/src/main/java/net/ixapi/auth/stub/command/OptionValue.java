package net.ixapi.auth.stub.command;

import java.util.List;

/**
 * One value of an option that can be given several times. Immutable. {@code toString} does not print it.
 *
 * @param where what it was given by, for messages
 * @param text the value
 */
record OptionValue(String where, String text) {
    static List<OptionValue> by(String option, List<String> texts) {
        return texts.stream()
                .map(text -> new OptionValue("option '" + option + "'", text))
                .toList();
    }

    IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException("Invalid value for " + where + ": " + reason);
    }

    @Override
    public String toString() {
        return "Given[" + where + "]";
    }
}
