package net.ixapi.auth.stub.junit;

import static net.ixapi.auth.stub.junit.Samples.login;
import static net.ixapi.auth.stub.junit.Samples.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that run at the same time, for {@link ParallelTest}. */
final class ParallelSamples {
    private ParallelSamples() {}

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @WithStub(perMethod = true)
    static class AtOnce {
        @RepeatedTest(16)
        void each(StubServer stub) throws Exception {
            use(stub);
        }
    }

    abstract static class Base {
        static final CountDownLatch BOTH = new CountDownLatch(2);
        static final CountDownLatch BOTH_HAVE_LOOKED = new CountDownLatch(2);
        static final CountDownLatch FIRST_IS_OVER = new CountDownLatch(1);

        @RegisterExtension
        static final StubExtension STUB = StubExtension.with(stub -> {});

        static void meet(StubServer stub) throws Exception {
            use(stub);
            BOTH.countDown();
            await(BOTH);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(STUB::stub)
                    .withMessage("The field's stubs run for several classes at the same time:"
                            + " take the stub as a parameter of the test.");
            BOTH_HAVE_LOOKED.countDown();
            await(BOTH_HAVE_LOOKED);
        }
    }

    @ExtendWith(FirstIsOver.class)
    static class First extends Base {
        @Test
        void meets(StubServer stub) throws Exception {
            meet(stub);
        }
    }

    static class Second extends Base {
        @Test
        void meets(StubServer stub) throws Exception {
            meet(stub);
            await(FIRST_IS_OVER);
            assertThat(STUB.stub()).isSameAs(stub);
            stub.reset();
            login(stub.baseUri(), Account.EXAMPLE);
        }
    }

    /** Registered before the field: what it keeps is closed after the field's stub. */
    static final class FirstIsOver implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(Namespace.create(FirstIsOver.class))
                    .put(FirstIsOver.class, (AutoCloseable) Base.FIRST_IS_OVER::countDown);
        }
    }

    @WithStub
    @ExtendWith(OtherIsOver.class)
    static class SharedAtOnce {
        @RepeatedTest(2)
        void staysUntilTheOtherIsOver(StubServer stub) throws Exception {
            use(stub);
            await(OtherIsOver.LATCH);
            stub.journal().assertLoginCalls(1);
        }
    }

    static final class OtherIsOver implements AfterEachCallback {
        private static final CountDownLatch LATCH = new CountDownLatch(1);

        @Override
        public void afterEach(ExtensionContext context) {
            LATCH.countDown();
        }
    }
}
