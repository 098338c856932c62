package net.ixapi.auth.contract.engine;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import net.ixapi.auth.contract.document.Operation;

/**
 * What the generated client made of a server's responses. Not safe for use by several threads at once.
 *
 * @param statuses the statuses that a caller gets as they came, typed and valid, by operation; to be added to
 * @param absent operations and responses that the client was not generated from, in the order of the document; to be added to
 * @param faults what is wrong with the client, and so with the suite: one sentence for each, without values; to be added to
 */
public record TypedResponses(Map<Operation, Set<Integer>> statuses, Set<String> absent, Set<String> faults) {
    TypedResponses() {
        this(new LinkedHashMap<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }
}
