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
    static void add(OptionValue claim, StubServerBuilder builder) {
        String text = claim.text();
        int equals = text.indexOf('=');
        boolean json = equals > 0 && text.charAt(equals - 1) == ':';
        int end = json ? equals - 1 : equals;
        if (end < 1) {
            throw claim.invalid("it must be name=value, or name:=json");
        }
        String value = text.substring(equals + 1);
        builder.claim(text.substring(0, end), json ? json(claim, value) : value);
    }

    private static Object json(OptionValue claim, String value) {
        try {
            return JsonText.read(value, Object.class);
        } catch (IllegalArgumentException e) {
            throw claim.invalid(String.valueOf(e.getMessage()));
        }
    }
}
