package net.ixapi.auth.stub;

import java.util.List;
import java.util.Optional;
import net.ixapi.auth.stub.http.RequestAccount;
import org.jspecify.annotations.Nullable;

/** The API users that the stub knows. Immutable and safe for many threads. */
record Accounts(List<Account> accounts) {
    /** Takes as long for a wrong key as for a wrong secret, so that the time tells nothing. */
    Optional<Account> authenticate(String apiKey, String apiSecret) {
        RequestAccount.set(nameOf(apiKey));
        Account found = null;
        for (Account account : accounts) {
            boolean sameKey = isSame(account.apiKey(), apiKey);
            boolean sameSecret = isSame(account.apiSecret(), apiSecret);
            found = sameKey & sameSecret ? account : found;
        }
        return Optional.ofNullable(found);
    }

    /** The account that a key belongs to; null if none. */
    @Nullable String nameOf(String apiKey) {
        String found = null;
        for (Account account : accounts) {
            found = isSame(account.apiKey(), apiKey) ? account.name() : found;
        }
        return found;
    }

    /** Looks at every character. Encoded for {@code MessageDigest.isEqual}, all halves of characters would be the same. */
    private static boolean isSame(String known, String given) {
        int difference = known.length() ^ given.length();
        for (int i = 0; i < known.length() && i < given.length(); i++) {
            difference |= known.charAt(i) ^ given.charAt(i);
        }
        return difference == 0;
    }
}
