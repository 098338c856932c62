package net.ixapi.auth.client.recipe;

import io.micrometer.core.instrument.MeterRegistry;
import net.ixapi.auth.client.session.TokenListener;
import net.ixapi.auth.client.session.TokenPair;

/** Counts the pairs that were obtained, and the renewals that failed. */
record TokenMetrics(MeterRegistry registry) implements TokenListener {
    @Override
    public void obtained(TokenPair pair) {
        registry.counter("ixapi.token.renewals").increment();
    }

    @Override
    public void failed(Throwable failure) {
        String exception = failure.getClass().getSimpleName();
        registry.counter("ixapi.token.failures", "exception", exception).increment();
    }
}
