package net.ixapi.auth.client.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A source that remembers what it was asked, and gives what it was told to; both ways the same until they are told apart. */
final class FakeTokens implements TokenProvider {
    static final String LOG_IN = "log in";

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger credentialChecks = new AtomicInteger();
    private volatile BooleanSupplier credentialCheck = () -> false;
    private volatile String origin;
    private volatile Supplier<TokenPair> logIns;
    private volatile Supplier<TokenPair> refreshes;

    FakeTokens(Supplier<TokenPair> pairs) {
        logIns = pairs;
        refreshes = pairs;
    }

    void logsIn(Supplier<TokenPair> pairs) {
        logIns = pairs;
    }

    void refreshes(Supplier<TokenPair> pairs) {
        refreshes = pairs;
    }

    void fails(RuntimeException failure) {
        logIns = () -> {
            throw failure;
        };
        refreshes = logIns;
    }

    void refusesToRefresh(RuntimeException failure) {
        refreshes = () -> {
            throw failure;
        };
    }

    /** What it was asked, in order: {@link #LOG_IN}, or the refresh token. */
    List<String> calls() {
        return calls;
    }

    void hasOrigin(String value) {
        origin = value;
    }

    @Override
    public String origin() {
        return origin;
    }

    void changesCredentials() {
        credentialCheck = () -> true;
    }

    void failsToReadCredentials() {
        credentialCheck = () -> {
            throw new IllegalStateException("no vault");
        };
    }

    int credentialChecks() {
        return credentialChecks.get();
    }

    @Override
    public boolean credentialsChanged() {
        credentialChecks.incrementAndGet();
        return credentialCheck.getAsBoolean();
    }

    @Override
    public TokenPair logIn() {
        calls.add(LOG_IN);
        credentialCheck = () -> false;
        return logIns.get();
    }

    @Override
    public TokenPair refresh(String refreshToken) {
        calls.add(refreshToken);
        return refreshes.get();
    }
}
