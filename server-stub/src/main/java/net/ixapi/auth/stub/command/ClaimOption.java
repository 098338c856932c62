package net.ixapi.auth.stub.command;

import net.ixapi.auth.server.runtime.JsonText;
import net.ixapi.auth.stub.StubServerBuilder;

/** A claim as one writes it: {@code name=value} for a text, {@code name:=json} for anything else. */
final class ClaimOption {
    private ClaimOption() {}

    /**
     * Adds the claim to a stub's tokens.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    static void add(String text, StubServerBuilder builder) {
        int equals = text.indexOf('=');
        boolean json = equals > 0 && text.charAt(equals - 1) == ':';
        int end = json ? equals - 1 : equals;
        if (end < 1) {
            throw invalid("it must be name=value, or name:=json");
        }
        String value = text.substring(equals + 1);
        builder.claim(text.substring(0, end), json ? json(value) : value);
    }

    private static Object json(String value) {
        try {
            return JsonText.read(value, Object.class);
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static IllegalArgumentException invalid(String reason) {
        return new IllegalArgumentException("Invalid value for option '--claim': " + reason);
    }
}
