package net.ixapi.auth.stub;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import net.ixapi.auth.model.AuthToken;

/** Issues pairs of signed tokens and tells a genuine refresh token from anything else. Immutable, safe for many threads. */
final class Tokens {
    private static final String USE = "token_use";
    private static final String ACCESS = "access";
    private static final String REFRESH = "refresh";
    /** RFC 7518, section 3.2: a key for HS256 has at least 256 bits. */
    private static final int KEY_BYTES = 32;

    private final Clock clock;
    private final Duration accessLifetime;
    private final Duration refreshLifetime;
    private final MACSigner signer;
    private final MACVerifier verifier;

    Tokens(Clock clock, Duration accessLifetime, Duration refreshLifetime) {
        this.clock = clock;
        this.accessLifetime = accessLifetime;
        this.refreshLifetime = refreshLifetime;
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            this.signer = new MACSigner(key);
            this.verifier = new MACVerifier(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java runtime has no HS256", e);
        }
    }

    AuthToken issue(String subject) {
        return new AuthToken()
                .accessToken(token(subject, ACCESS, accessLifetime))
                .refreshToken(token(subject, REFRESH, refreshLifetime));
    }

    /** The subject of a genuine refresh token that has not expired. */
    String subjectOf(String refreshToken) throws RefusedTokenException {
        JWTClaimsSet claims = genuine(refreshToken);
        if (!REFRESH.equals(claims.getClaim(USE))) {
            throw new RefusedTokenException(false);
        }
        // RFC 7519, section 4.1.4: not accepted on or after the time of exp.
        if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
            throw new RefusedTokenException(true);
        }
        return claims.getSubject();
    }

    private JWTClaimsSet genuine(String token) throws RefusedTokenException {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (isAsIssued(jwt, token) && jwt.verify(verifier)) {
                return jwt.getJWTClaimsSet();
            }
        } catch (ParseException | JOSEException | RuntimeException e) {
            // Whatever the library makes of what a client sent, it is no token.
            throw new RefusedTokenException(false);
        }
        throw new RefusedTokenException(false);
    }

    /** The library passes over spaces around a token, and over bits and characters of base64 that encode nothing. */
    private static boolean isAsIssued(SignedJWT jwt, String token) {
        Base64URL signature = jwt.getSignature();
        return token.equals(jwt.serialize()) && signature.equals(Base64URL.encode(signature.decode()));
    }

    private String token(String subject, String use, Duration lifetime) {
        Instant now = clock.instant();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .subject(subject)
                        .claim(USE, use)
                        .jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lifetime)))
                        .build());
        try {
            jwt.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 failed", e);
        }
        return jwt.serialize();
    }
}
