package net.ixapi.auth.stub.junit;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.token.SigningKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts a stub before tests, resets it between them, and stops it in any case. Used by {@link WithStub}, or as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StubExtension STUB = StubExtension.with(stub -> stub.accessLifetime(Duration.ofMinutes(1)));
 * }</pre>
 *
 * <p>A static field's stub is shared by the tests of the class; that of another field is each test's own, and tests that run at
 * the same time need that. Where there are several, take them from the fields: a parameter could be any of them.
 */
public final class StubExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final Namespace namespace = Namespace.create(StubExtension.class, this);
    private final @Nullable Consumer<StubServerBuilder> settings;
    private volatile @Nullable StubServer last;

    /** For JUnit, which makes one where it finds {@link WithStub}. */
    public StubExtension() {
        this.settings = null;
    }

    private StubExtension(Consumer<StubServerBuilder> settings) {
        this.settings = settings;
    }

    /**
     * An extension for a field.
     *
     * @param settings sets the builder of each stub; {@link Account#EXAMPLE} is there already
     * @return the extension
     */
    public static StubExtension with(Consumer<StubServerBuilder> settings) {
        return new StubExtension(settings);
    }

    /**
     * The stub of this field.
     *
     * @return the running stub
     * @throws IllegalStateException before it is started, and after it is stopped
     */
    public StubServer stub() {
        StubServer running = last;
        if (running == null) {
            throw new IllegalStateException("The stub runs only while the tests do that it was registered for.");
        }
        return running;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        boolean shared = settings != null
                || annotation(context).filter(stub -> !stub.perMethod()).isPresent();
        if (shared && running(context) == null) {
            start(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        StubServer shared = annotation(context).isPresent() ? null : running(context);
        if (shared == null) {
            start(context);
        } else {
            shared.reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == StubServer.class || type == URI.class || type == Account.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Account.class) {
            return Account.EXAMPLE;
        }
        StubServer stub = running(context);
        if (stub == null) {
            throw new ParameterResolutionException(
                    "Each test has a stub of its own: take it as a parameter of the test.");
        }
        return type == URI.class ? stub.baseUri() : stub;
    }

    private void start(ExtensionContext context) {
        StubServerBuilder builder = StubServer.builder().account(Account.EXAMPLE);
        if (settings == null) {
            apply(nearest(context), builder);
        } else {
            settings.accept(builder);
        }
        StubServer stub = builder.start();
        context.getStore(namespace).put(StubServer.class, stub);
        last = stub;
    }

    private void stop(ExtensionContext context) {
        // Only the one that was started in this very context: those of the contexts around it go on.
        StubServer own = context.getStore(namespace).remove(StubServer.class, StubServer.class);
        if (own != null) {
            last = null;
            own.close();
        }
    }

    private @Nullable StubServer running(ExtensionContext context) {
        return context.getStore(namespace).get(StubServer.class, StubServer.class);
    }

    private static Optional<WithStub> annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), WithStub.class);
    }

    /** That of the method, the class or a class around it. */
    private static WithStub nearest(ExtensionContext context) {
        return annotation(context)
                .or(() -> context.getParent().map(StubExtension::nearest))
                .orElseThrow();
    }

    private static void apply(WithStub stub, StubServerBuilder builder) {
        builder.accessLifetime(Duration.parse(stub.accessLifetime()))
                .refreshLifetime(Duration.parse(stub.refreshLifetime()))
                .refreshPolicy(stub.refreshPolicy())
                .signingKey(SigningKey.random(stub.algorithm()))
                .opaqueTokens(stub.opaqueTokens());
    }
}
