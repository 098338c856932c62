package net.ixapi.auth.stub.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Base64;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Signs with HMAC and SHA-256 (RFC 7518, section 3.2). The library's own signer looks for the algorithm and prepares the key
 * for each token, which takes twice as long. Immutable and safe for many threads.
 */
final class Hs256 extends BaseJWSProvider implements JWSSigner {
    private static final String NAME = "HmacSHA256";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecretKey key;
    private final Provider provider;
    private final Mac prepared;

    Hs256(OctetSequenceKey key) throws GeneralSecurityException {
        this(key, Mac.getInstance(NAME).getProvider());
    }

    Hs256(OctetSequenceKey key, Provider provider) throws GeneralSecurityException {
        super(Set.of(JWSAlgorithm.HS256));
        this.key = key.toSecretKey(NAME);
        this.provider = provider;
        this.prepared = prepare();
    }

    private Mac prepare() throws GeneralSecurityException {
        Mac mac = Mac.getInstance(NAME, provider);
        mac.init(key);
        return mac;
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
        try {
            return new Base64URL(BASE64.encodeToString(copy().doFinal(input)));
        } catch (GeneralSecurityException e) {
            throw new JOSEException(NAME + " failed", e);
        }
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
