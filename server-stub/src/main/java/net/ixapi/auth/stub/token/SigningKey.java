package net.ixapi.auth.stub.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.CurveBasedJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs tokens, and tells genuine ones from others. Immutable and safe for many threads. {@code toString} prints
 * the algorithm only.
 */
public final class SigningKey {
    /** Far more than any key has: a file that is longer was named by mistake. */
    private static final int MAX_FILE_BYTES = 1 << 16;

    static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final TokenAlgorithm algorithm;
    private final Signatures signatures;
    private final Map<String, String> header = new TreeMap<>();

    /** A JWK; null for a secret key. */
    private final @Nullable Map<String, Object> publicKey;

    private SigningKey(TokenAlgorithm algorithm, JWK jwk, Signatures signatures) throws JOSEException {
        if (jwk.getAlgorithm() != null && !jwk.getAlgorithm().getName().equals(algorithm.name())) {
            throw new IllegalArgumentException("The signing key is for another algorithm than " + algorithm + ".");
        }
        this.algorithm = algorithm;
        this.signatures = signatures;
        // Without an id of its own, it has that of RFC 7638. A secret key has none: its hash is for nobody to see.
        String keyId = jwk.getKeyID() == null && jwk instanceof AsymmetricJWK
                ? jwk.computeThumbprint().toString()
                : jwk.getKeyID();
        header.put("alg", algorithm.name());
        if (keyId != null) {
            header.put("kid", keyId);
        }
        publicKey = jwk instanceof AsymmetricJWK ? jwk.toPublicJWK().toJSONObject() : null;
        if (publicKey != null) {
            publicKey.putAll(header);
            publicKey.put("use", KeyUse.SIGNATURE.getValue());
            publicKey.remove("key_ops");
        }
    }

    /**
     * The public key, by which others verify tokens. The stub serves it at {@code /.well-known/jwks.json}.
     *
     * @return a JWK (RFC 7517) with its {@code kid}, {@code use} and {@code alg}
     * @throws IllegalStateException if there is none, as with HS256, whose key signs and verifies
     */
    public String toPublicJwk() {
        if (publicKey == null) {
            throw new IllegalStateException("HS256 has no public key: choose RS256, ES256 or EdDSA.");
        }
        return JSONObjectUtils.toJSONString(publicKey);
    }

    /**
     * The keys by which others verify tokens.
     *
     * @return a JWK Set (RFC 7517, section 5), which is empty with HS256
     */
    public String toJwkSet() {
        return JSONObjectUtils.toJSONString(Map.of("keys", publicKey == null ? List.of() : List.of(publicKey)));
    }

    /**
     * A new key that nobody else has.
     *
     * @param algorithm what it signs with
     * @return the key
     */
    public static SigningKey random(TokenAlgorithm algorithm) {
        try {
            return of(
                    switch (algorithm) {
                        case HS256 -> new OctetSequenceKeyGenerator(algorithm.minBits).generate();
                        case RS256 -> new RSAKeyGenerator(algorithm.minBits).generate();
                        case ES256 -> new ECKeyGenerator(Curve.P_256).generate();
                        case EdDSA -> Ed25519.random();
                    });
        } catch (JOSEException | GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no " + algorithm, e);
        }
    }

    /**
     * The key in a file. Stubs that have the same one accept each other's tokens.
     *
     * @param file a JWK (RFC 7517) with its private part; its type decides the algorithm
     * @return the key
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalArgumentException if it holds no such key, or more than 64 KiB
     */
    public static SigningKey read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] json = stream.readNBytes(MAX_FILE_BYTES + 1);
            if (json.length > MAX_FILE_BYTES) {
                throw new IllegalArgumentException(
                        "The signing key " + file + " is longer than " + MAX_FILE_BYTES + " bytes: it is not a JWK.");
            }
            return ofJwk(new String(json, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The signing key " + file + " cannot be read.", e);
        }
    }

    /**
     * The key in a text.
     *
     * @param json a JWK (RFC 7517) with its private part; its type decides the algorithm
     * @return the key
     * @throws IllegalArgumentException if it is not such a key, or is for another use; the message holds nothing of it
     */
    public static SigningKey ofJwk(String json) {
        try {
            SigningKey key = of(parsed(json));
            if (!key.verify("", key.sign(""))) {
                // Otherwise every token that was signed would be refused.
                throw new IllegalArgumentException(
                        "The signing key's private and public parts do not belong to each other.");
            }
            return key;
        } catch (JOSEException | GeneralSecurityException | IllegalStateException e) {
            throw unusable();
        }
    }

    private static JWK parsed(String json) {
        try {
            return JWK.parse(json);
        } catch (ParseException | RuntimeException e) {
            // Whatever the library makes of it, it is not a key.
            throw unusable();
        }
    }

    private static SigningKey of(JWK jwk) throws JOSEException, GeneralSecurityException {
        boolean isForSigning = (jwk.getKeyUse() == null || jwk.getKeyUse().equals(KeyUse.SIGNATURE))
                && (jwk.getKeyOperations() == null || jwk.getKeyOperations().contains(KeyOperation.SIGN));
        if (!isForSigning) {
            // RFC 7517, sections 4.2 and 4.3.
            throw new IllegalArgumentException("The signing key is for another use: it has \"use\" or \"key_ops\".");
        } else if (!jwk.isPrivate()) {
            throw new IllegalArgumentException("The signing key has no private part: it can verify, but not sign.");
        }
        TokenAlgorithm algorithm = algorithm(jwk);
        if (jwk.size() < algorithm.minBits) {
            throw unusable();
        } else if (jwk instanceof OctetSequenceKey key) {
            return new SigningKey(algorithm, jwk, new Hs256(key.toByteArray()));
        }
        KeyPair keys = jwk instanceof OctetKeyPair pair ? Ed25519.keys(pair) : ((AsymmetricJWK) jwk).toKeyPair();
        return new SigningKey(algorithm, jwk, new Signatures.Asymmetric(algorithm.jca, keys));
    }

    private static TokenAlgorithm algorithm(JWK jwk) {
        String curve = jwk instanceof CurveBasedJWK key ? " " + key.getCurve() : "";
        return switch (jwk.getKeyType() + curve) {
            case "oct" -> TokenAlgorithm.HS256;
            case "RSA" -> TokenAlgorithm.RS256;
            case "EC P-256" -> TokenAlgorithm.ES256;
            case "OKP Ed25519" -> TokenAlgorithm.EdDSA;
            default -> throw unusable();
        };
    }

    /** Without a cause: the library's message may quote the key. */
    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException(
                "The signing key must be one JWK (RFC 7517): oct with 256 bits or more (HS256), "
                        + "RSA with 2048 or more (RS256), EC with P-256 (ES256), or OKP with Ed25519 (EdDSA).");
    }

    /** What the header of a token says of its key (RFC 7515, section 4.1); always in the same order. */
    Map<String, String> header() {
        return header;
    }

    /** The signature of a text, in base64. */
    String sign(String input) {
        try {
            return BASE64.encodeToString(signatures.sign(input.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(this + " failed", e);
        }
    }

    /** Only as this key writes it: base64 has several spellings of the same bytes. */
    boolean verify(String input, String signature) {
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(signature);
            return BASE64.encodeToString(decoded).equals(signature)
                    && signatures.verify(input.getBytes(StandardCharsets.UTF_8), decoded);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "SigningKey[" + algorithm + "]";
    }
}
