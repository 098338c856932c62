package net.ixapi.auth.contract.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;

/** A token that brings the key to check it with (RFC 7515, section 4.1.3), which no server may believe. */
public final class EmbeddedKey {
    private static final int BITS = 2_048;

    private EmbeddedKey() {}

    /**
     * Signs claims with a new key.
     *
     * @param claims the claims, as JSON
     * @return a token with RS256 whose header has the public key
     */
    public static String signed(String claims) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair keys = generator.generateKeyPair();
            RSAPublicKey key = (RSAPublicKey) keys.getPublic();
            String jwk = "{\"kty\":\"RSA\",\"n\":\"" + encoded(key.getModulus().toByteArray()) + "\",\"e\":\""
                    + encoded(key.getPublicExponent().toByteArray()) + "\"}";
            String unsigned = Jwt.written("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"jwk\":" + jwk + "}", claims, "");
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(unsigned.substring(0, unsigned.length() - 1).getBytes(StandardCharsets.US_ASCII));
            return unsigned + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has RSA", e);
        }
    }

    /** RFC 7518, section 2: without the zero that BigInteger puts before it. */
    private static String encoded(byte[] bytes) {
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }
}
