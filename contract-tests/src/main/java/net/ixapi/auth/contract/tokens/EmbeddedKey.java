package net.ixapi.auth.contract.tokens;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Base64;

/** A token that brings the key to check it with (RFC 7515, section 4.1.3), which no server may believe. */
public final class EmbeddedKey {
    /** The key of RFC 7515, appendix A.2.1: everybody has it, and to make one of our own takes seconds of a processor. */
    static final String MODULUS =
            "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";

    static final String PUBLIC_EXPONENT = "AQAB";

    private static final String PRIVATE_EXPONENT =
            "Eq5xpGnNCivDflJsRQBXHx1hdR1k6Ulwe2JZD50LpXyWPEAeP88vLNO97IjlA7_GQ5sLKMgvfTeXZx9SE-7YwVol2NXOoAJe46sui395IW_GO-pWJ1O0BkTGoVEn2bKVRUCgu-GjBVaYLU6f3l9kJfFNS3E0QbVdxzubSu3Mkqzjkn439X0M_V51gfpRLI9JYanrC4D4qAdGcopV_0ZHHzQlBjudU2QvXt4ehNYTCBr6XCLQUShb1juUO1ZdiYoFaFQT5Tw8bGUl_x_jTj3ccPDVZFD9pIuhLhBOneufuBiB4cS98l2SR_RQyGWSeWjnczT0QU91p1DhOVRuOopznQ";

    private EmbeddedKey() {}

    /**
     * Signs claims with a key that the token brings.
     *
     * @param claims the claims, as JSON
     * @return a token with RS256 whose header has the public key
     */
    public static String signed(String claims) {
        String jwk = "{\"kty\":\"RSA\",\"n\":\"" + MODULUS + "\",\"e\":\"" + PUBLIC_EXPONENT + "\"}";
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"jwk\":" + jwk + "}";
        return Jwt.signed(header, claims, EmbeddedKey::signature);
    }

    private static byte[] signature(String signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateKeySpec(number(MODULUS), number(PRIVATE_EXPONENT))));
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }

    static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }
}
