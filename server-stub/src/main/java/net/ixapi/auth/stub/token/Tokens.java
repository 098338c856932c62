package net.ixapi.auth.stub.token;

import com.nimbusds.jwt.JWTClaimNames;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.stub.http.RequestAccount;
import org.jspecify.annotations.Nullable;

/**
 * Issues pairs of tokens and tells the genuine from others. All that a token stands for is in the token; only what was used up
 * or revoked is remembered. Safe for many threads.
 */
public final class Tokens {
    /** About 15 megabytes each. */
    private static final int MAX_IDS = 100_000;

    private static final String ACCESS = "access";
    static final String REFRESH = "refresh";

    private final TokenSettings settings;
    private final TokenFormat format;
    /** What the ids of this stub start with. To draw each anew would let all threads wait for one source of random numbers. */
    private final String idStart = HexFormat.of().toHexDigits(new SecureRandom().nextLong()) + "-";

    private final AtomicLong issued = new AtomicLong();
    private final Set<String> used = replayCache(MAX_IDS);
    private final Set<String> revoked = replayCache(MAX_IDS);

    /**
     * Tokens that are all alike.
     *
     * @param settings what they are like
     */
    public Tokens(TokenSettings settings) {
        this.settings = settings;
        this.format = settings.format();
    }

    /** The last ids that were added: one more than it holds makes it forget the oldest. Safe for many threads. */
    static Set<String> replayCache(int max) {
        return Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > max;
            }
        }));
    }

    /**
     * The first pair of a user who has logged in.
     *
     * @param subject the user's name
     * @return the pair
     */
    public AuthToken issue(String subject) {
        return issue(subject, nextId());
    }

    /**
     * The next pair.
     *
     * @param refreshToken the refresh token of the last pair
     * @return the pair
     * @throws InvalidTokenException if it is not genuine, or expired, used up or revoked
     */
    public AuthToken refresh(String refreshToken) throws InvalidTokenException {
        JWTClaimsSet claims = accepted(refreshToken, REFRESH);
        if (settings.policy() != RefreshPolicy.REUSABLE) {
            consume(claims);
        }
        return issue(claims.getSubject(), TokenClaims.family(claims));
    }

    /**
     * Makes a token invalid that the stub has issued. The last 100,000 are remembered.
     *
     * @param token an access token or a refresh token
     * @throws IllegalArgumentException if the stub has not issued it
     */
    public void revoke(String token) {
        try {
            JWTClaimsSet claims = format.read(token);
            if (TokenClaims.isComplete(claims)) {
                revoked.add(claims.getJWTID());
            }
        } catch (InvalidTokenException e) {
            throw new IllegalArgumentException("The token to revoke was not issued by this stub.");
        }
    }

    /**
     * Tells whether a server that trusts this stub would serve a request with this token.
     *
     * @param accessToken what was sent as {@code Authorization: Bearer}
     * @return false where it is not an access token, not genuine, expired or revoked
     */
    public boolean isActive(String accessToken) {
        try {
            accepted(accessToken, ACCESS);
            return true;
        } catch (InvalidTokenException e) {
            return false;
        }
    }

    /**
     * How long an access token lives.
     *
     * @return at least a second
     */
    public Duration accessLifetime() {
        return settings.accessLifetime();
    }

    /**
     * A token of one's own, such as one that has expired or that another key has signed. It is an access token that the stub
     * accepts until it is told otherwise.
     *
     * @return a builder with the claims that the stub would set
     */
    public TokenBuilder mint() {
        return new TokenBuilder(
                settings, claims("stub", ACCESS, settings.clock().instant(), settings.accessLifetime()));
    }

    /**
     * Tells whose token it is.
     *
     * @param accessToken what was sent as {@code Authorization: Bearer}
     * @return the user's name
     * @throws InvalidTokenException if it is not an access token, not genuine, expired or revoked
     */
    public String subject(String accessToken) throws InvalidTokenException {
        return accepted(accessToken, ACCESS).getSubject();
    }

    /**
     * Tells for whom a token was issued, even if it has expired or was revoked.
     *
     * @param token an access token or a refresh token
     * @return the user's name; null if the stub has not issued it
     */
    public @Nullable String issuedTo(String token) {
        try {
            return format.read(token).getSubject();
        } catch (InvalidTokenException e) {
            return null;
        }
    }

    /**
     * The public keys by which others verify the tokens.
     *
     * @return a JWK Set (RFC 7517, section 5), which is empty with HS256
     */
    public String jwkSet() {
        return settings.key().toJwkSet();
    }

    /** Forgets which tokens were used up or revoked. */
    public void reset() {
        used.clear();
        revoked.clear();
    }

    private JWTClaimsSet accepted(String token, String use) throws InvalidTokenException {
        JWTClaimsSet claims = format.read(token);
        // For the journal, which says whose request it was, even if the token is refused.
        RequestAccount.set(claims.getSubject());
        if (!use.equals(claims.getClaim(TokenClaims.USE)) || !TokenClaims.isComplete(claims)) {
            throw new InvalidTokenException(false);
        }
        // RFC 7519, section 4.1.4: not accepted on or after the time of exp.
        if (!settings.clock().instant().isBefore(claims.getExpirationTime().toInstant())) {
            throw new InvalidTokenException(true);
        }
        if (revoked.contains(claims.getJWTID()) || revoked.contains(TokenClaims.family(claims))) {
            throw new InvalidTokenException(false);
        }
        return claims;
    }

    private boolean revokesFamilies() {
        return settings.policy() == RefreshPolicy.REUSE_REVOKES_FAMILY;
    }

    private void consume(JWTClaimsSet claims) throws InvalidTokenException {
        if (used.add(claims.getJWTID())) {
            return;
        }
        if (revokesFamilies()) {
            revoked.add(TokenClaims.family(claims));
        }
        throw new InvalidTokenException(false);
    }

    private AuthToken issue(String subject, String family) {
        Instant now = settings.clock().instant();
        Map<String, Object> access = claims(subject, ACCESS, now, settings.accessLifetime());
        Map<String, Object> refresh = claims(subject, REFRESH, now, settings.refreshLifetime());
        refresh.put(TokenClaims.FAMILY, family);
        if (revokesFamilies()) {
            access.put(TokenClaims.FAMILY, family);
        }
        return new AuthToken().accessToken(format.write(access)).refreshToken(format.write(refresh));
    }

    private String nextId() {
        return idStart.concat(Long.toString(issued.incrementAndGet()));
    }

    /** RFC 7519, section 4.1; its times are in seconds. */
    private Map<String, Object> claims(String subject, String use, Instant now, Duration lifetime) {
        Map<String, Object> claims = new LinkedHashMap<>(settings.claims());
        claims.put(JWTClaimNames.SUBJECT, subject);
        claims.put(TokenClaims.USE, use);
        claims.put(JWTClaimNames.JWT_ID, nextId());
        claims.put(JWTClaimNames.ISSUED_AT, now.getEpochSecond());
        claims.put(JWTClaimNames.EXPIRATION_TIME, now.plus(lifetime).getEpochSecond());
        return claims;
    }
}
