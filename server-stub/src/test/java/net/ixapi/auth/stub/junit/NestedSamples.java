package net.ixapi.auth.stub.junit;

import static net.ixapi.auth.stub.junit.Samples.login;
import static net.ixapi.auth.stub.junit.Samples.use;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Classes in classes, and classes that extend others, for {@link NestedTest}. */
final class NestedSamples {
    private NestedSamples() {}

    private static void assertLifetime(StubServer stub, String lifetime) throws Exception {
        use(stub);
        stub.reset();
        String token = login(stub.baseUri(), Account.EXAMPLE).getAccessToken();
        assertThat(Samples.lifetime(token)).isEqualTo(Duration.parse(lifetime));
    }

    @WithStub(accessLifetime = "PT1M")
    static class OuterShares {
        @Test
        void comesFirst(StubServer stub) throws Exception {
            assertLifetime(stub, "PT1M");
        }

        @Nested
        @WithStub(accessLifetime = "PT5S")
        class Shares {
            @RepeatedTest(2)
            void each(StubServer stub) throws Exception {
                assertLifetime(stub, "PT5S");
                login(Runs.SEEN.element().baseUri(), Account.EXAMPLE);
            }
        }

        @Nested
        @WithStub(perMethod = true, accessLifetime = "PT6S")
        class OnePerMethod {
            @RepeatedTest(2)
            void each(StubServer stub) throws Exception {
                assertLifetime(stub, "PT6S");
            }
        }

        @Nested
        class HasNone {
            @RepeatedTest(2)
            void each(StubServer stub) throws Exception {
                assertLifetime(stub, "PT1M");
            }
        }
    }

    @WithStub(perMethod = true, accessLifetime = "PT1M")
    static class OuterPerMethod {
        @Nested
        @WithStub(accessLifetime = "PT5S")
        class Shares {
            @RepeatedTest(2)
            void each(StubServer stub) throws Exception {
                assertLifetime(stub, "PT5S");
            }
        }

        @Nested
        class HasNone {
            @RepeatedTest(2)
            void each(StubServer stub) throws Exception {
                assertLifetime(stub, "PT1M");
            }
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @WithStub(accessLifetime = "PT7S")
    @interface Composed {}

    @WithStub(accessLifetime = "PT5S")
    abstract static class Base {}

    @WithStub(accessLifetime = "PT1M")
    static class OuterOfHeirs {
        @Nested
        class Heir extends Base {
            @RepeatedTest(2)
            void each(StubServer stub) throws Exception {
                assertLifetime(stub, "PT5S");
            }
        }

        @Nested
        @Composed
        class OfAnAnnotation {
            @RepeatedTest(2)
            void each(StubServer stub) throws Exception {
                assertLifetime(stub, "PT7S");
            }
        }
    }
}
