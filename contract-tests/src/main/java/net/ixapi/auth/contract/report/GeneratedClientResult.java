package net.ixapi.auth.contract.report;

import java.util.List;
import net.ixapi.auth.contract.engine.TypedResponses;

/**
 * What callers of the generated client got of what the document describes. Immutable.
 *
 * @param operations how many operations of the document the client has
 * @param documented how many responses the document describes for them
 * @param missing those that did not come as typed and valid models, such as {@code POST /auth/token 401}
 * @param absent the operations and responses of the document that the client was not generated from
 * @param faults what is wrong with the client, and so with the suite
 */
public record GeneratedClientResult(
        int operations, int documented, List<String> missing, List<String> absent, List<String> faults) {
    /** Of a run without the check. */
    public static final GeneratedClientResult NONE = new GeneratedClientResult(0, 0, List.of(), List.of(), List.of());

    static GeneratedClientResult of(TypedResponses typed) {
        int documented = typed.operations().stream()
                .mapToInt(operation -> operation.statuses().size())
                .sum();
        return new GeneratedClientResult(
                typed.operations().size(),
                documented,
                List.copyOf(typed.missing()),
                List.copyOf(typed.absent()),
                List.copyOf(typed.faults()));
    }

    /**
     * For people.
     *
     * @return such as {@code 2 operations, 6 of 6 documented responses, all typed and valid}; empty where the check did not run
     */
    public String summary() {
        if (operations == 0 && absent.isEmpty()) {
            return "";
        }
        return operations + (operations == 1 ? " operation, " : " operations, ") + (documented - missing.size())
                + " of " + documented + " documented responses"
                + (missing.isEmpty() ? ", all typed and valid" : " typed and valid")
                + (absent.isEmpty() ? "" : "; not in the generated client: " + String.join(", ", absent));
    }
}
