package net.ixapi.auth.client.benchmark;

import java.time.Clock;
import net.ixapi.auth.client.session.Session;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.TokenPair;
import net.ixapi.auth.client.session.TokenProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The access token while it is fresh, by the system's clock, from one session for all threads. */
@State(Scope.Benchmark)
public class FreshTokenBenchmark {
    private final Clock clock = Clock.systemUTC();
    private final Session session = new SessionBuilder(new NoSource())
            .pair(new TokenPair(Tokens.expiringInAnHour("access"), Tokens.expiringInAnHour("refresh")))
            .clock(clock)
            .build();

    @Benchmark
    public String accessToken() {
        return session.accessToken();
    }

    /** No token is known to be fresh without it. */
    @Benchmark
    public long clock() {
        return clock.millis();
    }

    /** A fresh token needs none. */
    private static final class NoSource implements TokenProvider {
        @Override
        public TokenPair logIn() {
            throw new IllegalStateException("The token is not fresh");
        }

        @Override
        public TokenPair refresh(String refreshToken) {
            throw new IllegalStateException("The token is not fresh");
        }
    }
}
