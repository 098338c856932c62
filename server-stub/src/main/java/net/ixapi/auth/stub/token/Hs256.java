package net.ixapi.auth.stub.token;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs with HMAC and SHA-256 (RFC 7518, section 3.2). To look for the algorithm and to prepare the key for each token would
 * take twice as long. Immutable and safe for many threads.
 */
final class Hs256 implements Signatures {
    private final SecretKey key;
    private final Provider provider;
    private final Mac prepared;

    Hs256(byte[] key) throws GeneralSecurityException {
        this(key, Mac.getInstance(TokenAlgorithm.HS256.jca).getProvider());
    }

    Hs256(byte[] key, Provider provider) throws GeneralSecurityException {
        this.key = new SecretKeySpec(key, TokenAlgorithm.HS256.jca);
        this.provider = provider;
        this.prepared = prepare();
    }

    private Mac prepare() throws GeneralSecurityException {
        Mac mac = Mac.getInstance(key.getAlgorithm(), provider);
        mac.init(key);
        return mac;
    }

    @Override
    public byte[] sign(byte[] input) throws GeneralSecurityException {
        return copy().doFinal(input);
    }

    @Override
    public boolean verify(byte[] input, byte[] signature) throws GeneralSecurityException {
        return MessageDigest.isEqual(sign(input), signature);
    }

    private Mac copy() throws GeneralSecurityException {
        try {
            return (Mac) prepared.clone();
        } catch (CloneNotSupportedException e) {
            // A provider need not be able to.
            return prepare();
        }
    }
}
