package net.ixapi.auth.stub.token;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs with HMAC and SHA-256 (RFC 7518, section 3.2). To look for the algorithm and to prepare the key for each token would
 * take twice as long. Safe for many threads.
 */
final class Hs256 implements Signatures {
    private final SecretKey key;

    /** Empty while a thread signs; another one makes its own meanwhile. */
    private final AtomicReference<@Nullable Mac> prepared = new AtomicReference<>();

    Hs256(byte[] key) {
        this.key = new SecretKeySpec(key, TokenAlgorithm.HS256.jca);
    }

    @Override
    public byte[] sign(byte[] input) throws GeneralSecurityException {
        Mac mac = prepared.getAndSet(null);
        if (mac == null) {
            mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
        }
        byte[] signature = mac.doFinal(input);
        prepared.set(mac);
        return signature;
    }

    @Override
    public boolean verify(byte[] input, byte[] signature) throws GeneralSecurityException {
        return MessageDigest.isEqual(sign(input), signature);
    }
}
