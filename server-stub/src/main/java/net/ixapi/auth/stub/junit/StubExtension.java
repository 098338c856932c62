package net.ixapi.auth.stub.junit;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a stub before tests, resets it between them, and stops it in any case. JUnit makes it where it finds {@link WithStub}. */
final class StubExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(StubExtension.class);

    /** JUnit closes the first before 5.13, and the second since then; it warns of what is only the first. */
    @SuppressWarnings("deprecation")
    private interface Kept extends CloseableResource, AutoCloseable {
        @Override
        void close();
    }

    /** A stub that JUnit closes with the class or the test that keeps it. */
    private static final class KeptStub implements Kept {
        private final StubServer stub;
        private final ExtensionContext keeper;
        private final AtomicBoolean inUse = new AtomicBoolean();

        KeptStub(ExtensionContext keeper) {
            this.keeper = keeper;
            this.stub = StubAnnotations.builder(keeper).start();
        }

        /** Resets a stub that tests share; none other uses it until the test is over. */
        void use(ExtensionContext test) {
            if (test.getUniqueId().equals(keeper.getUniqueId())) {
                return;
            }
            if (!inUse.compareAndSet(false, true)) {
                throw new IllegalStateException("Another test is using this stub, and would be disturbed: let each have"
                        + " its own, with @WithStub(perMethod = true), or let one run after the other,"
                        + " with @Execution(ExecutionMode.SAME_THREAD).");
            }
            test.getStore(NAMESPACE).put(StubExtension.class, (Kept) () -> inUse.set(false));
            stub.reset();
        }

        @Override
        public void close() {
            stub.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        find(context);
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
                .filter(found -> !StubParameters.isAmbiguous(parameter, context))
                .map(found -> StubParameters.value(parameter, found.stub))
                .orElseThrow(() -> new ParameterResolutionException(
                        "Tests of this class have stubs of their own: take the stub as a parameter of the test."));
    }

    /** The stub that is meant here: that of a class whose tests share it, or of a test. None where it could be any test's. */
    private static Optional<KeptStub> find(ExtensionContext context) {
        return StubAnnotations.scope(context)
                .map(scope -> scope.getStore(NAMESPACE)
                        .getOrComputeIfAbsent(scope.getUniqueId(), any -> new KeptStub(scope), KeptStub.class));
    }
}
