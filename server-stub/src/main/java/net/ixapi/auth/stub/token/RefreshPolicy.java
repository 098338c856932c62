package net.ixapi.auth.stub.token;

/** How often a refresh token may be used. */
public enum RefreshPolicy {
    /** As often as one likes, until it expires. */
    REUSABLE,
    /** Once. */
    ONE_TIME,
    /** Once; a second use revokes all tokens that came of the same log-in (RFC 9700, section 4.14.2). */
    REUSE_REVOKES_FAMILY
}
