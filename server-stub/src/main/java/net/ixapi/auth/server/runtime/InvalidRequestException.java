package net.ixapi.auth.server.runtime;

import java.util.List;

/** The request does not keep to the document: answered with 400 and the list of what is wrong. */
public class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<InvalidMember> members;

    /**
     * A request that cannot be served.
     *
     * @param members what is wrong with it
     */
    public InvalidRequestException(List<InvalidMember> members) {
        super("invalid: " + members.stream().map(InvalidMember::name).toList());
        this.members = List.copyOf(members);
    }

    /**
     * What is wrong with the request.
     *
     * @return at least one member
     */
    public List<InvalidMember> members() {
        return members;
    }
}
