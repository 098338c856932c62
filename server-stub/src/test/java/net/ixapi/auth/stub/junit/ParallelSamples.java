package net.ixapi.auth.stub.junit;

import static net.ixapi.auth.stub.junit.Samples.use;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

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
