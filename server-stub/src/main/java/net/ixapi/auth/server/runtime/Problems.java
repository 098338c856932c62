package net.ixapi.auth.server.runtime;

import java.util.List;

/** Gives every error that is not the implementation's own the body that the document promises. Safe for many threads. */
public interface Problems {
    /**
     * The request does not keep to the document.
     *
     * @param errors what is wrong with it
     * @return the body of the 400
     */
    Object invalidRequest(List<FieldError> errors);

    /**
     * HTTP itself goes wrong: nothing at this path, a method that it does not have, a body of another type or too long, or a
     * fault of the server.
     *
     * @param status the HTTP status, 404, 405, 413, 415 or 5xx among them
     * @param title the name of the status
     * @param detail what went wrong, fit for the client's eyes
     * @return the body of the response
     */
    Object httpError(int status, String title, String detail);
}
