package net.ixapi.auth.stub.junit;

import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import net.ixapi.auth.stub.StubServerBuilder;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
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
     * Does to the builder what the nearest annotation says: that of the method, the class or a class around it.
     *
     * @throws ExtensionConfigurationException if it is wrong
     */
    static void apply(ExtensionContext context, StubServerBuilder builder) {
        annotatedContext(context).flatMap(StubAnnotations::annotation).ifPresent(stub -> apply(stub, builder));
    }

    private static void apply(WithStub stub, StubServerBuilder builder) {
        try {
            builder.accessLifetime(Duration.parse(stub.accessLifetime()));
        } catch (DateTimeException e) {
            throw new ExtensionConfigurationException(
                    "@WithStub: accessLifetime = \"" + stub.accessLifetime() + "\" is not a duration such as PT15M.",
                    e);
        }
        Stream.of(stub.configure())
                .forEach(type -> ReflectionSupport.newInstance(type).accept(builder));
    }

    /** Whether a constructor is called for a test of which JUnit does not say yet which it is, and some have another stub. */
    static boolean isAmbiguous(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable() instanceof Constructor
                && context.getTestMethod().isEmpty()
                && !AnnotationSupport.findAnnotatedMethods(
                                context.getRequiredTestClass(), WithStub.class, HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty();
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
