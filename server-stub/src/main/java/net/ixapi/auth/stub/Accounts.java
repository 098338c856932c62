package net.ixapi.auth.stub;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** The API users that the stub knows. Immutable and safe for many threads. */
final class Accounts {
    private final List<Account> accounts;

    Accounts(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
    }

    /** Takes as long for a wrong key as for a wrong secret, so that the time tells nothing. */
    Optional<Account> authenticate(String apiKey, String apiSecret) {
        Account found = null;
        for (Account account : accounts) {
            boolean sameKey = same(account.apiKey(), apiKey);
            boolean sameSecret = same(account.apiSecret(), apiSecret);
            found = sameKey & sameSecret ? account : found;
        }
        return Optional.ofNullable(found);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(bytes(expected), bytes(given));
    }

    /** Unit by unit: an encoding would write the same for every half of a character. */
    private static byte[] bytes(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }
}
