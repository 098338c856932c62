package net.ixapi.auth.stub.token;

/** How tokens are signed (RFC 7518, section 3.1, and RFC 8037, section 3.1). */
public enum TokenAlgorithm {
    /** HMAC with SHA-256. */
    HS256("HmacSHA256", 256),
    /** RSA with SHA-256. */
    RS256("SHA256withRSA", 2048),
    /** The curve P-256 with SHA-256. */
    ES256("SHA256withECDSAinP1363Format", 256),
    /** The curve Ed25519. */
    EdDSA("Ed25519", 256);

    /** What the Java runtime calls it. */
    final String jca;

    /** What a key must have (RFC 7518, sections 3.2 and 3.3); those of the curves all have as many. */
    final int minBits;

    TokenAlgorithm(String jca, int minBits) {
        this.jca = jca;
        this.minBits = minBits;
    }
}
