package net.ixapi.auth.server.runtime;

import java.util.List;

/** The smallest bodies that say everything the runtime says. */
class TestProblems implements Problems {
    record Invalid(List<FieldError> members) {}

    record HttpError(int status, String title, String detail) {}

    @Override
    public Object invalidRequest(List<FieldError> members) {
        return new Invalid(members);
    }

    @Override
    public Object httpError(int status, String title, String detail) {
        return new HttpError(status, title, detail);
    }
}
