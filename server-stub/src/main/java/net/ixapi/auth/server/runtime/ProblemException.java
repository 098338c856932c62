package net.ixapi.auth.server.runtime;

/**
 * Thrown by an implementation to answer with a problem. The body is one of the document's problem models; it is sent as
 * JSON and appears in no message.
 */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Object body;

    /**
     * A problem.
     *
     * @param status the HTTP status
     * @param body what is sent as JSON
     */
    public ProblemException(int status, Object body) {
        super("HTTP " + status);
        this.status = status;
        this.body = body;
    }

    /**
     * The status of the response.
     *
     * @return the HTTP status
     */
    public int status() {
        return status;
    }

    /**
     * The body of the response.
     *
     * @return what is sent as JSON
     */
    public Object body() {
        return body;
    }
}
