package net.ixapi.auth.contract.tokens;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.util.Base64;

/** A token that brings the key to check it with (RFC 7515, sections 4.1.3 and 4.1.6), which no server may believe. */
public final class EmbeddedKey {
    /** The key of RFC 7515, appendix A.2.1: everybody has it, and to make one of our own takes seconds of a processor. */
    static final String MODULUS =
            "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";

    static final String PUBLIC_EXPONENT = "AQAB";

    private static final String PRIME =
            "4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bcxGn6QLvnEtfdUdiYrqBdss1l58BQ3KhooKeQTa9AB0Hw_Py5PJdTJNPY8cQn7ouZ2KKDcmnPGBY5t7yLc1QlQ5xHdwW1VhvKn-nXqhJTBgIPgtldC-KDV5z-y2XDwGUc";

    /** A certificate of that key, signed by itself. */
    static final String CERTIFICATE =
            "MIICoTCCAYkCFHAgntEJnLBPCBXl6u/NDPqmFernMA0GCSqGSIb3DQEBCwUAMAwxCjAIBgNVBAMMAXgwIBcNMjYxMTI2MjMyNDE0WhgPMjEyNjExMDIyMzI0MTRaMAwxCjAIBgNVBAMMAXgwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCh+BYK4uPJtGXOjS1lYmM2K5J9vinh8CR3/BYlzJChNuOL2TSXxbbqY913EeZ8dCn5VrD7io8ImtxLaYk8wTM/U+3QGbh3hCUv7JFP5IV3aVlL6kKA0ywPVb9ilE8TA5a8bpvfbr3SvaNnjuygxmj3AbONv/s4yDQs4v5tJ/reSlpIdJed1LnPmt7Ex1sFhSwsD174pcF1A5L5ROjtZMEQxrZHYJqkeDrrnGya11UxMFBji4NmXG9veoKjlnAqH2QbgtPr8jkiGUkftoaHLFcW9Qr4NY2ai50Xw0Byj3+H2JoY2PyrZ62EWQwuz3WTOTY8BwNNb2BvniHgVFbK5emhAgMBAAEwDQYJKoZIhvcNAQELBQADggEBADkAizmGQG+ft4EpIibYyGjUr9Hi22TC9Q8W4xMs/Tb7omFTbEiTQyXlGSlM8BXjffzsm4faGN8pv4azQmH/iHNp0Hjp5pO6vUrs+dI7kjpoWX4ZSvtM5dspwj+u00L+TmhKDZ+ixxtqBGMzhrEUQbGh7KknTUH4gJASt0A/4oR7PRq+UD//6wdb1L0Axj1n1hFVYcz5IsV/91N+sBz2xSLimXbAlcOSa39rp7UcVfIYOf5Czfb5/k9oW/EyH5MOSiNCUzJVdCyNOVN/IzJYkTVpoLHfpfF1B6xM/kyObtd4ajMYPTdh5Br/CpFQHsUFbgUsjhfdE0wAJh6FNVFwhVA=";

    private EmbeddedKey() {}

    /**
     * Signs claims with a key that the token brings.
     *
     * @param claims the claims, as JSON
     * @return a token with RS256 whose header has the public key, as such and in a certificate
     */
    public static String signed(String claims) {
        String jwk = "{\"kty\":\"RSA\",\"n\":\"" + MODULUS + "\",\"e\":\"" + PUBLIC_EXPONENT + "\"}";
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"jwk\":" + jwk + ",\"x5c\":[\"" + CERTIFICATE + "\"]}";
        return Jwt.signed(header, claims, EmbeddedKey::signature);
    }

    private static byte[] signature(String signed) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(key()));
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }

    /** With its primes: without them, a signature takes half a second of a Java that has just begun. */
    private static RSAPrivateCrtKeySpec key() {
        BigInteger modulus = number(MODULUS);
        BigInteger exponent = number(PUBLIC_EXPONENT);
        BigInteger p = number(PRIME);
        BigInteger q = modulus.divide(p);
        BigInteger belowP = p.subtract(BigInteger.ONE);
        BigInteger belowQ = q.subtract(BigInteger.ONE);
        BigInteger secret = exponent.modInverse(belowP.multiply(belowQ));
        return new RSAPrivateCrtKeySpec(
                modulus, exponent, secret, p, q, secret.mod(belowP), secret.mod(belowQ), q.modInverse(p));
    }

    static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }
}
