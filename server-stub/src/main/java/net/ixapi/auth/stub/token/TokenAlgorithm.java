package net.ixapi.auth.stub.token;

import com.nimbusds.jose.JWSAlgorithm;

/** How tokens are signed (RFC 7518, section 3.1, and RFC 8037, section 3.1). */
public enum TokenAlgorithm {
    /** HMAC with SHA-256. */
    HS256(JWSAlgorithm.HS256),
    /** RSA with SHA-256. */
    RS256(JWSAlgorithm.RS256),
    /** The curve P-256 with SHA-256. */
    ES256(JWSAlgorithm.ES256),
    /** The curve Ed25519. */
    EdDSA(JWSAlgorithm.EdDSA);

    private final JWSAlgorithm name;

    TokenAlgorithm(JWSAlgorithm name) {
        this.name = name;
    }

    JWSAlgorithm jws() {
        return name;
    }
}
