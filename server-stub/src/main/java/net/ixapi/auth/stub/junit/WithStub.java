package net.ixapi.auth.stub.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Consumer;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.token.RefreshPolicy;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a running stub on a free port. Tests and their set-up methods can have parameters of these types: the
 * {@link net.ixapi.auth.stub.StubServer}, its base address as a {@link java.net.URI}, and the
 * {@link net.ixapi.auth.stub.Account} to log in with.
 *
 * <p>On a class, all tests share a stub, which is reset before each of them. On a method, the stub is that method's, and on a
 * nested class that class's; where it has no annotation, the one around it counts. Tests that run at the same time need a stub
 * each: {@code @WithStub(perMethod = true)}. While a test uses a stub, another that shares it fails and says so.
 *
 * <p>A constructor can have the same parameters where the tests of its class share a stub. JUnit makes an instance before it
 * has a test to start one for: where tests have their own, it is refused.
 *
 * <p>In a parameterized test, the arguments come first. A {@code URI} or an {@code Account} is one of them where it is the first
 * parameter, or stands before a {@code StubServer}.
 *
 * <p>A test fails if no request has met a fault that it has enqueued: the client did less than the test believes. A fault for all
 * requests ({@code ALWAYS}) need not be met.
 *
 * <p>The account is {@link net.ixapi.auth.stub.Account#EXAMPLE}. {@link #configure} takes all settings of the builder, other
 * accounts among them.
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
     * Whether tokens are opaque, and not JWTs.
     *
     * @return true for tokens that no client can read
     */
    boolean opaqueTokens() default false;

    /**
     * Does to the builder what this annotation cannot say, such as adding accounts or resources.
     *
     * @return classes with a constructor without parameters
     */
    Class<? extends Consumer<StubServerBuilder>>[] configure() default {};

    /**
     * Texts to put into all tokens, as further claims.
     *
     * @return a {@code name=value} for each
     */
    String[] claims() default {};
}
