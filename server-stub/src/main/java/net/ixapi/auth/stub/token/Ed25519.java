package net.ixapi.auth.stub.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Keys of Ed25519 as the Java runtime has them, and as JWKs: the JOSE library needs another library for that. */
final class Ed25519 {
    private static final String NAME = "Ed25519";
    private static final int KEY_BYTES = 32;

    /** What stands before the key in its encodings (RFC 8410, sections 4 and 7). */
    private static final String BEFORE_PRIVATE = "302e020100300506032b657004220420";

    private static final String BEFORE_PUBLIC = "302a300506032b6570032100";

    private Ed25519() {}

    static KeyPair keys(OctetKeyPair pair) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance(NAME);
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(encoded(BEFORE_PUBLIC, pair.getDecodedX()))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(encoded(BEFORE_PRIVATE, pair.getDecodedD()))));
    }

    private static byte[] encoded(String before, byte[] key) {
        return HexFormat.of().parseHex(before + HexFormat.of().formatHex(key));
    }

    static OctetKeyPair random() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
        return new OctetKeyPair.Builder(Curve.Ed25519, lastBytes(pair.getPublic()))
                .d(lastBytes(pair.getPrivate()))
                .build();
    }

    private static Base64URL lastBytes(Key key) {
        byte[] encoded = key.getEncoded();
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }
}
