package net.ixapi.auth.stub.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.ixapi.auth.stub.token.RefreshPolicy;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a running stub on a free port. Tests and their set-up methods can have parameters of these types: the
 * {@link net.ixapi.auth.stub.StubServer}, its base address as a {@link java.net.URI}, and the
 * {@link net.ixapi.auth.stub.Account} to log in with.
 *
 * <p>On a class, all tests share a stub, which is reset before each of them; tests that run at the same time need one each:
 * {@code @WithStub(perMethod = true)}. On a method, the stub is that method's. {@link StubExtension#with} takes all settings of
 * the builder.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StubExtension.class)
public @interface WithStub {
    /**
     * Whether each test of the class has a stub of its own.
     *
     * @return false where they share one
     */
    boolean perMethod() default false;

    /**
     * How long an access token lives.
     *
     * @return a duration, such as {@code PT15M}
     */
    String accessLifetime() default "PT15M";

    /**
     * How long a refresh token lives.
     *
     * @return a duration, such as {@code P1D}
     */
    String refreshLifetime() default "P1D";

    /**
     * How often a refresh token may be used.
     *
     * @return the policy
     */
    RefreshPolicy refreshPolicy() default RefreshPolicy.REUSABLE;

    /**
     * How tokens are signed.
     *
     * @return the algorithm
     */
    TokenAlgorithm algorithm() default TokenAlgorithm.HS256;

    /**
     * Whether tokens are to be no JWTs.
     *
     * @return true for tokens that no client can read
     */
    boolean opaqueTokens() default false;
}
