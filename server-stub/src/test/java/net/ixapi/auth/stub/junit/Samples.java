package net.ixapi.auth.stub.junit;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.token.RefreshPolicy;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The test classes that {@link StubExtensionTest} runs; their names keep Maven from running them. */
final class Samples {
    private static final Account BOB = Account.random("bob");

    private Samples() {}

    static void use(StubServer stub) throws Exception {
        Runs.SEEN.add(stub);
        stub.journal().assertNoRequests();
        assertThat(stub.faults().pending()).isEmpty();
        login(stub.baseUri(), Account.EXAMPLE);
        stub.journal().assertLoginCalls(1);
        stub.faults().enqueue(FaultScript.ALWAYS, Fault.status(503));
    }

    static AuthToken login(URI baseUri, Account account) throws Exception {
        return StubPeer.pair(new StubPeer(baseUri).login(account.apiKey(), account.apiSecret()));
    }

    static Duration lifetime(String token) throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
        return Duration.between(
                claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant());
    }

    @WithStub
    static class Shared {
        @BeforeEach
        void isThere(StubServer stub) {
            stub.journal().assertNoRequests();
        }

        @Test
        void one(StubServer stub, URI baseUri, Account account) throws Exception {
            assertThat(baseUri).isEqualTo(stub.baseUri());
            assertThat(account).isSameAs(Account.EXAMPLE);
            use(stub);
        }

        @Test
        void another(StubServer stub) throws Exception {
            use(stub);
        }

        @Test
        @WithStub(accessLifetime = "PT1M")
        void withOneOfItsOwn(StubServer stub) throws Exception {
            use(stub);
        }

        @Nested
        class Inside {
            @Test
            void one(StubServer stub) throws Exception {
                use(stub);
            }
        }
    }

    @WithStub(perMethod = true)
    static class OnePerMethod {
        @RepeatedTest(3)
        void each(StubServer stub) throws Exception {
            use(stub);
        }
    }

    static class Method {
        @RepeatedTest(2)
        @WithStub
        void each(StubServer stub) throws Exception {
            use(stub);
        }
    }

    @WithStub(
            accessLifetime = "PT1M",
            refreshLifetime = "PT2M",
            refreshPolicy = RefreshPolicy.ONE_TIME,
            algorithm = TokenAlgorithm.EdDSA,
            claims = {"site=a=b", "role="})
    static class Settings {
        @Test
        void areTaken(StubServer stub) throws Exception {
            Runs.SEEN.add(stub);
            AuthToken pair = login(stub.baseUri(), Account.EXAMPLE);
            SignedJWT token = SignedJWT.parse(pair.getAccessToken());
            assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("EdDSA");
            assertThat(lifetime(pair.getAccessToken())).isEqualTo(Duration.ofMinutes(1));
            assertThat(lifetime(pair.getRefreshToken())).isEqualTo(Duration.ofMinutes(2));
            assertThat(token.getJWTClaimsSet().getStringClaim("site")).isEqualTo("a=b");
            assertThat(token.getJWTClaimsSet().getStringClaim("role")).isEmpty();
            StubPeer peer = new StubPeer(stub);
            StubPeer.pair(peer.refresh(pair.getRefreshToken()));
            assertThat(peer.refresh(pair.getRefreshToken()).statusCode()).isEqualTo(401);
        }
    }

    @WithStub(opaqueTokens = true)
    static class Opaque {
        @RepeatedTest(2)
        void each(StubServer stub) throws Exception {
            use(stub);
            stub.reset();
            assertThat(login(stub.baseUri(), Account.EXAMPLE).getAccessToken()).doesNotContain(".");
        }
    }

    @WithStub
    static class Failing {
        @Test
        void fails(StubServer stub) {
            Runs.SEEN.add(stub);
            throw new AssertionError("on purpose");
        }
    }

    @WithStub
    static class UnmetFault {
        @Test
        void leavesOne(StubServer stub) {
            stub.faults().enqueue(Fault.status(503));
        }

        @Test
        void leavesOneAndFails(StubServer stub) {
            stub.faults().enqueue(Fault.status(503));
            throw new AssertionError("on purpose");
        }

        @Test
        void meetsItsOwn(StubServer stub) throws Exception {
            stub.faults().enqueue(Fault.status(503));
            assertProblem(new StubPeer(stub).refresh("any"), 503, "about:blank");
        }
    }

    @WithStub(configure = Bobs.class)
    static class Configured {
        @Test
        void areKnownAndTheExampleIsNot(StubServer stub, Account account) throws Exception {
            Account example = Account.EXAMPLE;
            Runs.SEEN.add(stub);
            assertThat(account).isSameAs(BOB);
            login(stub.baseUri(), account);
            assertProblem(
                    new StubPeer(stub).login(example.apiKey(), example.apiSecret()), 401, "authentication-error.html");
        }
    }

    static final class Bobs implements Consumer<StubServerBuilder> {
        @Override
        public void accept(StubServerBuilder stub) {
            stub.account(BOB);
        }
    }

    @WithStub
    static class Threads {
        @Test
        void areNoted(StubServer stub) throws Exception {
            use(stub);
            Runs.THREADS.addAll(Thread.getAllStackTraces().keySet());
        }
    }

    @WithStub(accessLifetime = "five minutes")
    static class NoDuration {
        @Test
        void isNotReached() {}
    }

    @WithStub(perMethod = true, refreshLifetime = "")
    static class EmptyDuration {
        @Test
        void isNotReached() {}
    }

    @WithStub(claims = {"site=a", "site"})
    static class ClaimWithoutValue {
        @Test
        void isNotReached() {}
    }

    @WithStub(claims = "=a")
    static class ClaimWithoutName {
        @Test
        void isNotReached() {}
    }
}
