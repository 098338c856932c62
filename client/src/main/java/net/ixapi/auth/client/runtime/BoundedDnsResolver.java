package net.ixapi.auth.client.runtime;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;

/**
 * Looks names up within the time of the call: the system's own lookup takes as long as the name server lets it, and cannot be
 * cancelled. What it holds then is one of four daemon threads, never the caller. Safe for many threads.
 *
 * @param system looks names up in its own time
 */
record BoundedDnsResolver(DnsResolver system) implements DnsResolver {
    private static final int MAX_LOOKUPS = 4;
    /** An address of IPv4 or IPv6: nobody is asked for it. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private static final ThreadPoolExecutor LOOKUPS = new ThreadPoolExecutor(
            MAX_LOOKUPS,
            MAX_LOOKUPS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DefaultThreadFactory("ixapi-auth-lookup", true));

    static {
        LOOKUPS.allowCoreThreadTimeOut(true);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        CallTimeout call = CallTimeout.current();
        if (call == null || ADDRESS.matcher(host).matches()) {
            return system.resolve(host);
        }
        Future<InetAddress[]> lookup = LOOKUPS.submit(() -> system.resolve(host));
        try {
            return lookup.get(call.leftMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        } finally {
            lookup.cancel(true);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        return (UnknownHostException) new UnknownHostException(host).initCause(cause);
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return system.resolveCanonicalHostname(host);
    }
}
