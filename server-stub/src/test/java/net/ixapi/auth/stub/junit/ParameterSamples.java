package net.ixapi.auth.stub.junit;

import static net.ixapi.auth.stub.junit.Samples.login;
import static net.ixapi.auth.stub.junit.Samples.use;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters of constructors, and of tests that have others besides, for {@link StubParametersTest}. */
final class ParameterSamples {
    private ParameterSamples() {}

    @WithStub
    static class Constructor {
        private final StubServer made;

        Constructor(StubServer stub, URI baseUri, Account account) {
            assertThat(baseUri).isEqualTo(stub.baseUri());
            assertThat(account).isSameAs(stub.account());
            made = stub;
        }

        @RepeatedTest(2)
        void each(StubServer stub) throws Exception {
            assertThat(stub).isSameAs(made);
            use(stub);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class ConstructorOfAll extends Constructor {
        ConstructorOfAll(StubServer stub, URI baseUri, Account account) throws Exception {
            super(stub, baseUri, account);
            login(baseUri, account);
        }
    }

    @WithStub
    @TestInstance(Lifecycle.PER_CLASS)
    static class FailingConstructor {
        FailingConstructor(StubServer stub) throws Exception {
            use(stub);
            throw new AssertionError("on purpose");
        }

        @Test
        void isNotReached() {}
    }

    @WithStub(perMethod = true)
    static class TooEarly {
        TooEarly(StubServer stub) {
            throw new AssertionError(stub);
        }

        @Test
        void isNotReached() {}
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class TooEarlyForAll extends TooEarly {
        TooEarlyForAll(Account account, StubServer stub) {
            super(stub);
        }
    }

    static class TooEarlyForAMethod {
        TooEarlyForAMethod(URI baseUri) {
            throw new AssertionError(baseUri);
        }

        @Test
        @WithStub
        void isNotReached() {}
    }

    @WithStub
    static class Ambiguous {
        Ambiguous(StubServer stub) {
            throw new AssertionError(stub);
        }

        @Test
        @WithStub(accessLifetime = "PT5S")
        void isNotReached() {}
    }

    @WithStub
    static class Arguments {
        static final URI ELSEWHERE = URI.create("http://localhost/elsewhere");

        static List<Account> accounts() {
            return List.of(Account.random("bob"));
        }

        @ParameterizedTest
        @MethodSource("accounts")
        void comeFirst(Account account) {
            assertThat(account.name()).isEqualTo("bob");
        }

        @ParameterizedTest
        @ValueSource(strings = "http://localhost/elsewhere")
        void comeBeforeTheStubs(URI uri, StubServer stub, URI baseUri, Account account) throws Exception {
            assertThat(uri).isEqualTo(ELSEWHERE);
            assertThat(baseUri).isEqualTo(stub.baseUri());
            login(baseUri, account);
        }

        @ParameterizedTest
        @CsvSource("a, http://localhost/elsewhere")
        void comeBeforeTheStub(String text, URI uri, StubServer stub) throws Exception {
            assertThat(uri).isEqualTo(ELSEWHERE);
            use(stub);
        }

        @ParameterizedTest
        @ValueSource(strings = "a")
        void areOfOtherTypes(String text, URI baseUri, Account account) throws Exception {
            login(baseUri, account);
        }

        @RepeatedTest(1)
        void areNotThere(URI baseUri, Account account, StubServer stub) throws Exception {
            assertThat(baseUri).isEqualTo(stub.baseUri());
            login(baseUri, account);
        }
    }

    @WithStub
    @ParameterizedClass
    @ValueSource(strings = {"http://localhost/elsewhere", "http://localhost/elsewhere"})
    static class ArgumentsOfAClass {
        private final StubServer made;

        ArgumentsOfAClass(URI uri, StubServer stub) {
            assertThat(uri).isEqualTo(Arguments.ELSEWHERE);
            made = stub;
        }

        @RepeatedTest(2)
        void each(StubServer stub, URI baseUri) throws Exception {
            assertThat(baseUri).isEqualTo(stub.baseUri());
            assertThat(stub).isSameAs(made);
            use(stub);
        }
    }
}
