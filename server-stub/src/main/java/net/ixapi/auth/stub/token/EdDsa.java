package net.ixapi.auth.stub.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Ed25519 of the Java runtime for the JOSE library, whose own needs another library. Immutable and safe for many threads. */
final class EdDsa extends BaseJWSProvider implements JWSSigner, JWSVerifier {
    private static final String CURVE = "Ed25519";
    private static final int KEY_BYTES = 32;

    /** What stands before the key in its encodings (RFC 8410, sections 4 and 7). */
    private static final byte[] BEFORE_PRIVATE = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final byte[] BEFORE_PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    EdDsa(OctetKeyPair pair) throws JOSEException {
        super(Set.of(JWSAlgorithm.EdDSA));
        try {
            KeyFactory keys = KeyFactory.getInstance(CURVE);
            privateKey = keys.generatePrivate(new PKCS8EncodedKeySpec(joined(BEFORE_PRIVATE, pair.getDecodedD())));
            publicKey = keys.generatePublic(new X509EncodedKeySpec(joined(BEFORE_PUBLIC, pair.getDecodedX())));
        } catch (GeneralSecurityException e) {
            throw new JOSEException("no key of " + CURVE);
        }
    }

    static OctetKeyPair random() throws JOSEException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(CURVE).generateKeyPair();
            return new OctetKeyPair.Builder(Curve.Ed25519, lastBytes(pair.getPublic()))
                    .d(lastBytes(pair.getPrivate()))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new JOSEException("This Java runtime has no " + CURVE, e);
        }
    }

    private static Base64URL lastBytes(Key key) {
        byte[] encoded = key.getEncoded();
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }

    private static byte[] joined(byte[] start, byte[] end) {
        return ByteBuffer.allocate(start.length + end.length)
                .put(start)
                .put(end)
                .array();
    }

    @Override
    public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
        try {
            Signature signature = Signature.getInstance(CURVE);
            signature.initSign(privateKey);
            signature.update(input);
            return Base64URL.encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new JOSEException(CURVE + " failed", e);
        }
    }

    @Override
    public boolean verify(JWSHeader header, byte[] input, Base64URL signed) {
        try {
            Signature signature = Signature.getInstance(CURVE);
            signature.initVerify(publicKey);
            signature.update(input);
            return signature.verify(signed.decode());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
