package net.ixapi.auth.stub;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.stub.http.RequestAccount;
import org.jspecify.annotations.Nullable;

/** The API users that the stub knows. Immutable and safe for many threads. */
final class Accounts {
    private final List<Known> accounts;

    private record Known(Account account, byte[] key, byte[] secret) {
        Known(Account account) {
            this(account, bytes(account.apiKey()), bytes(account.apiSecret()));
        }
    }

    Accounts(List<Account> accounts) {
        this.accounts = accounts.stream().map(Known::new).toList();
    }

    /** Takes as long for a wrong key as for a wrong secret, so that the time tells nothing. */
    Optional<Account> authenticate(String apiKey, String apiSecret) {
        RequestAccount.set(nameOf(apiKey));
        byte[] key = bytes(apiKey);
        byte[] secret = bytes(apiSecret);
        Account found = null;
        for (Known known : accounts) {
            boolean sameKey = MessageDigest.isEqual(known.key(), key);
            boolean sameSecret = MessageDigest.isEqual(known.secret(), secret);
            found = sameKey & sameSecret ? known.account() : found;
        }
        return Optional.ofNullable(found);
    }

    /** The account that a key belongs to; null if none. */
    @Nullable String nameOf(String apiKey) {
        byte[] key = bytes(apiKey);
        String found = null;
        for (Known known : accounts) {
            found = MessageDigest.isEqual(known.key(), key) ? known.account().name() : found;
        }
        return found;
    }

    /** Whether a text holds a key or a secret. */
    boolean occurIn(String text) {
        for (Known known : accounts) {
            if (text.contains(known.account().apiKey())
                    || text.contains(known.account().apiSecret())) {
                return true;
            }
        }
        return false;
    }

    /** Unit by unit: an encoding would write the same for every half of a character. */
    private static byte[] bytes(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        return bytes.array();
    }
}
