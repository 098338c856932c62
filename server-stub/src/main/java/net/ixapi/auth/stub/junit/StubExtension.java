package net.ixapi.auth.stub.junit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a stub before tests, resets it between them, and stops it in any case. Used by {@link WithStub}, or as a field:
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
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    /** Where a field's stub is kept: by a class, or by a test. Contexts find what those around them keep. */
    private static final String OF_FIELD = "stub";

    private static final String USE = "use";

    private final Namespace namespace = Namespace.create(StubExtension.class, this);
    private final boolean isField;
    private final BiConsumer<ExtensionContext, StubServerBuilder> settings;

    /** Many at once where tests run at once. */
    private final Set<StubServer> running = ConcurrentHashMap.newKeySet();

    /** JUnit closes the first before 5.13, and the second since then; it warns of what is only the first. */
    @SuppressWarnings("deprecation")
    private interface Kept extends CloseableResource, AutoCloseable {
        @Override
        void close();
    }

    /** A stub that JUnit closes with the class or the test that keeps it. */
    private final class KeptStub implements Kept {
        private final StubServer stub;
        private final ExtensionContext keeper;
        private final AtomicBoolean inUse = new AtomicBoolean();

        KeptStub(ExtensionContext keeper) {
            this.keeper = keeper;
            StubServerBuilder builder = StubServer.builder();
            settings.accept(keeper, builder);
            this.stub = builder.start();
            running.add(stub);
        }

        /** Resets a stub that tests share; none other uses it until the test is over. */
        void use(ExtensionContext test) {
            if (test.getUniqueId().equals(keeper.getUniqueId())) {
                return;
            }
            if (!inUse.compareAndSet(false, true)) {
                throw new IllegalStateException(
                        "Another test is using this stub, and would be disturbed: let each have its own,"
                                + " with @WithStub(perMethod = true) or a field that is not static, or let one run after the other,"
                                + " with @Execution(ExecutionMode.SAME_THREAD).");
            }
            test.getStore(namespace).put(USE, (Kept) () -> inUse.set(false));
            stub.reset();
        }

        @Override
        public void close() {
            running.remove(stub);
            stub.close();
        }
    }

    /** For JUnit, which makes one where it finds {@link WithStub}. */
    public StubExtension() {
        this(false, StubAnnotations::apply);
    }

    private StubExtension(boolean isField, BiConsumer<ExtensionContext, StubServerBuilder> settings) {
        this.isField = isField;
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
        return new StubExtension(true, (context, builder) -> settings.accept(builder));
    }

    /**
     * The stub of this field.
     *
     * @return the running stub
     * @throws IllegalStateException before it is started, after it is stopped, and while several classes that have the field in
     *     common run
     */
    public StubServer stub() {
        List<StubServer> stubs = List.copyOf(running);
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
        if (isField) {
            kept(context, OF_FIELD);
        } else {
            find(context);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        find(context).orElseThrow().use(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        // A test that has failed already has a better reason.
        if (context.getExecutionException().isEmpty()) {
            find(context).orElseThrow().stub.faults().assertAllConsumed();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return StubParameters.supports(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // JUnit may make an instance before it says that the tests of a class begin.
        return find(context)
                .filter(found -> isField || !StubParameters.isAmbiguous(parameter, context))
                .map(found -> StubParameters.value(parameter, found.stub))
                .orElseThrow(() -> new ParameterResolutionException(
                        "Tests of this class have stubs of their own: take the stub as a parameter of the test."));
    }

    /** The stub that is meant here: that of a class whose tests share it, or of a test. None where it could be any test's. */
    private Optional<KeptStub> find(ExtensionContext context) {
        if (!isField) {
            return StubAnnotations.scope(context).map(scope -> kept(scope, scope.getUniqueId()));
        }
        boolean known = context.getStore(namespace).get(OF_FIELD) != null;
        return Optional.of(context)
                .filter(here -> known || isOfOneInstance(here))
                .map(here -> kept(here, OF_FIELD));
    }

    private KeptStub kept(ExtensionContext keeper, String key) {
        return keeper.getStore(namespace).getOrComputeIfAbsent(key, any -> new KeptStub(keeper), KeptStub.class);
    }

    private static boolean isOfOneInstance(ExtensionContext context) {
        return context.getTestMethod().isPresent()
                || context.getTestInstanceLifecycle()
                        .filter(Lifecycle.PER_CLASS::equals)
                        .isPresent();
    }
}
