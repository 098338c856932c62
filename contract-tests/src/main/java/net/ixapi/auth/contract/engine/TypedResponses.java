package net.ixapi.auth.contract.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.ixapi.auth.contract.document.Operation;

/**
 * What the generated client made of a server's responses. Not safe for use by several threads at once.
 *
 * @param operations the operations that the client has; to be added to
 * @param missing their responses that a caller has not got typed and valid; what came so is to be removed
 * @param absent operations and responses that the client was not generated from, in the order of the document; to be added to
 * @param faults what is wrong with the client, and so with the suite: one sentence for each, without values; to be added to
 */
public record TypedResponses(List<Operation> operations, Set<String> missing, Set<String> absent, Set<String> faults) {
    TypedResponses() {
        this(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }
}
