package net.ixapi.auth.server.runtime;

import java.util.List;

/** The smallest bodies that say everything the runtime says. */
class TestProblems implements Problems {
    /** Of those that an error cannot be written with. */
    static final Problems UNWRITABLE = new TestProblems() {
        @Override
        public Object httpError(int status, String title, String detail) {
            return new Unwritable();
        }
    };

    /** Something that JSON cannot be made of. */
    public static class Unwritable {
        public String getName() {
            throw new IllegalStateException("canary");
        }
    }

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
