package net.ixapi.auth.server.runtime;

import java.util.List;

/** The smallest bodies that say everything the runtime says. */
class TestProblems implements Problems {
    record Invalid(List<FieldError> errors) {}

    record HttpError(int status, String title, String detail) {}

    @Override
    public Object invalidRequest(List<FieldError> errors) {
        return new Invalid(errors);
    }

    @Override
    public Object httpError(int status, String title, String detail) {
        return new HttpError(status, title, detail);
    }
}
