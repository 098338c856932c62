package net.ixapi.auth.stub.admin.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties that all kinds of faults have: a document cannot say that what is one of several kinds has some in any case. It
 * stands beside the generated classes that implement it; from another package, each of the two would need the other.
 */
public interface FaultProperties {
    /**
     * For how many requests it is.
     *
     * @return null for one, 0 for all
     */
    @Nullable Integer getTimes();

    /**
     * The {@code operationId} of the requests.
     *
     * @return null for any
     */
    @Nullable String getOperation();

    /**
     * The account that the requests are for.
     *
     * @return its name, or null for any
     */
    @Nullable String getAccount();

    /**
     * What headers the requests have.
     *
     * @return null for any
     */
    @Nullable Map<String, String> getHeaders();

    /**
     * What goes wrong besides.
     *
     * @return null for nothing
     */
    @Nullable FaultSpec getAnd();
}
