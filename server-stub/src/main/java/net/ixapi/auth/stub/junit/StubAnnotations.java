package net.ixapi.auth.stub.junit;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.token.SigningKey;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Where {@link WithStub} stands, and what it says. */
final class StubAnnotations {
    private StubAnnotations() {}

    /** What a stub belongs to: the method or class whose annotation is nearest, or the test if each is to have one. */
    static Optional<ExtensionContext> scope(ExtensionContext context) {
        return annotatedContext(context)
                .filter(place -> isTest(place)
                        || annotation(place).filter(WithStub::perMethod).isEmpty())
                .or(() -> Optional.of(context).filter(StubAnnotations::isTest));
    }

    /**
     * The builder of a stub that is as the nearest annotation says: that of the method, the class or a class around it.
     *
     * @throws ExtensionConfigurationException if one of its texts is wrong
     */
    static StubServerBuilder builder(ExtensionContext context) {
        WithStub stub =
                annotatedContext(context).flatMap(StubAnnotations::annotation).orElseThrow();
        try {
            StubServerBuilder builder = StubServer.builder()
                    .accessLifetime(duration("accessLifetime", stub.accessLifetime()))
                    .refreshLifetime(duration("refreshLifetime", stub.refreshLifetime()))
                    .refreshPolicy(stub.refreshPolicy())
                    .signingKey(SigningKey.random(stub.algorithm()))
                    .opaqueTokens(stub.opaqueTokens());
            List.of(stub.claims()).forEach(claim -> addClaim(claim, builder));
            List.of(stub.configure())
                    .forEach(type -> ReflectionSupport.newInstance(type).accept(builder));
            return builder;
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("@WithStub: " + e.getMessage(), e);
        }
    }

    private static Duration duration(String element, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(element + " = \"" + text + "\" is not a duration such as PT15M.");
        }
    }

    private static void addClaim(String claim, StubServerBuilder builder) {
        int equals = claim.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("claims = \"" + claim + "\" must be name=value.");
        }
        builder.claim(claim.substring(0, equals), claim.substring(equals + 1));
    }

    private static Optional<ExtensionContext> annotatedContext(ExtensionContext context) {
        return annotation(context).isPresent() && (isTest(context) || !isOneOfSeveral(context))
                ? Optional.of(context)
                : context.getParent().flatMap(StubAnnotations::annotatedContext);
    }

    /** Whether this is a class once more, with other arguments: instances are made, and tests are over, for all at once. */
    private static boolean isOneOfSeveral(ExtensionContext context) {
        return context.getParent()
                .map(ExtensionContext::getElement)
                .filter(context.getElement()::equals)
                .isPresent();
    }

    private static Optional<WithStub> annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), WithStub.class);
    }

    private static boolean isTest(ExtensionContext context) {
        return context.getTestMethod().isPresent();
    }
}
