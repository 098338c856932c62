package net.ixapi.auth.stub.junit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a stub before tests, resets it between them, and stops it in any case (where JUnit cannot make an instance of a class,
 * from JUnit 5.13 on). Used by {@link WithStub}, or as a field:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StubExtension STUB = StubExtension.with(stub -> stub.accessLifetime(Duration.ofMinutes(1)));
 * }</pre>
 *
 * <p>A static field's stub is shared by the tests of the class, one after another, and of the classes within; that of another
 * field is each test's own, unless JUnit makes one instance of the class for all tests. Where a static field is of a class that
 * others extend, each of them has a stub. What parameters mean stands at {@link WithStub}; where there are several fields, take
 * the stubs from them, since a parameter could be of any.
 */
public final class StubExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private final Namespace namespace = Namespace.create(StubExtension.class, this);
    private final @Nullable Consumer<StubServerBuilder> settings;

    /** By the class or the test that each belongs to: many run at once where tests do. */
    private final Map<String, StubServer> running = new ConcurrentHashMap<>();

    /** Who uses a stub that is shared, by the class that it belongs to. */
    private final Map<String, String> users = new ConcurrentHashMap<>();

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
     * @param settings sets the builder of each stub, which knows {@link net.ixapi.auth.stub.Account#EXAMPLE} until it is told
     *     an account
     * @return the extension
     */
    public static StubExtension with(Consumer<StubServerBuilder> settings) {
        return new StubExtension(settings);
    }

    /**
     * The stub of this field.
     *
     * @return the running stub
     * @throws IllegalStateException before it is started, after it is stopped, and while several classes that have the field in
     *     common run
     */
    public StubServer stub() {
        List<StubServer> stubs = List.copyOf(running.values());
        if (stubs.isEmpty()) {
            throw new IllegalStateException("The stub runs only while the tests do that it was registered for.");
        }
        if (stubs.size() > 1) {
            throw new IllegalStateException("The field's stubs run for several classes at the same time:"
                    + " take the stub as a parameter of the test.");
        }
        return stubs.get(0);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        scope(context)
                .or(() -> Optional.of(context).filter(here -> settings != null))
                .ifPresent(this::start);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ExtensionContext scope = scope(context).orElse(context);
        StubServer stub = start(scope);
        if (!id(scope).equals(id(context))) {
            requireNoOther(users.putIfAbsent(id(scope), id(context)));
            stub.reset();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        StubServer stub = running.get(id(scope(context).orElse(context)));
        try {
            // A test that has failed already has a better reason.
            if (stub != null && context.getExecutionException().isEmpty()) {
                stub.faults().assertAllConsumed();
            }
        } finally {
            users.values().remove(id(context));
            stop(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return StubParameters.supports(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext scope = scope(context)
                .orElseThrow(() -> new ParameterResolutionException(
                        "Each test has a stub of its own: take it as a parameter of the test."));
        if (settings == null) {
            StubParameters.requireUnambiguous(parameter, context);
        }
        // JUnit may make an instance before it says that the tests of a class begin.
        return StubParameters.value(parameter, start(scope));
    }

    private StubServer start(ExtensionContext scope) {
        return running.computeIfAbsent(id(scope), id -> started(scope));
    }

    private StubServer started(ExtensionContext scope) {
        StubServerBuilder builder = StubServer.builder();
        if (settings == null) {
            StubAnnotations.nearest(scope).ifPresent(stub -> StubAnnotations.apply(stub, builder));
        } else {
            settings.accept(builder);
        }
        StubServer stub = builder.start();
        // Where an instance cannot be made, JUnit does not say that the tests are over, but closes this.
        scope.getStore(namespace).put(StubServer.class, (AutoCloseable) () -> stop(scope));
        return stub;
    }

    private void stop(ExtensionContext context) {
        // Only the one that belongs to this very context: those of the contexts around it go on.
        StubServer own = running.remove(id(context));
        if (own != null) {
            own.close();
        }
    }

    /** What the stub belongs to that is meant here: a class that shares it, or a test. None where it could be any test's. */
    private Optional<ExtensionContext> scope(ExtensionContext context) {
        return settings == null ? StubAnnotations.scope(context) : scopeOfField(context);
    }

    private Optional<ExtensionContext> scopeOfField(ExtensionContext context) {
        return StubAnnotations.enclosingContexts(context)
                .filter(place -> running.containsKey(id(place)))
                .findFirst()
                .or(() -> Optional.of(context).filter(StubExtension::isOfOneInstance));
    }

    private static boolean isOfOneInstance(ExtensionContext context) {
        return context.getTestMethod().isPresent()
                || context.getTestInstanceLifecycle()
                        .filter(Lifecycle.PER_CLASS::equals)
                        .isPresent();
    }

    private static void requireNoOther(@Nullable String user) {
        if (user != null) {
            throw new IllegalStateException(
                    "Another test is using this stub, and would be disturbed: let each have its own,"
                            + " with @WithStub(perMethod = true) or a field that is not static, or let one run after the other,"
                            + " with @Execution(ExecutionMode.SAME_THREAD).");
        }
    }

    private static String id(ExtensionContext context) {
        return context.getUniqueId();
    }
}
