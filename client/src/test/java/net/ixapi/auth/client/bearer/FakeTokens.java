package net.ixapi.auth.client.bearer;

import java.util.concurrent.atomic.AtomicInteger;
import net.ixapi.auth.client.session.Session;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.TokenPair;
import net.ixapi.auth.client.session.TokenProvider;

/** Gives {@code token-1}, {@code token-2} and so on, each of which is good until it is refused. */
final class FakeTokens implements TokenProvider {
    private final AtomicInteger given = new AtomicInteger();
    private volatile Runnable atNext = () -> {};

    Session session() {
        return new SessionBuilder(this).executor(Runnable::run).build();
    }

    int given() {
        return given.get();
    }

    /** From now on there is no token to be had. */
    void failWith(RuntimeException failure) {
        atNext(() -> {
            throw failure;
        });
    }

    /** Runs before the next token is given. */
    void atNext(Runnable action) {
        atNext = action;
    }

    @Override
    public TokenPair logIn() {
        atNext.run();
        return new TokenPair("token-" + given.incrementAndGet(), null);
    }

    @Override
    public TokenPair refresh(String refreshToken) {
        throw new IllegalStateException("There is no refresh token");
    }
}
