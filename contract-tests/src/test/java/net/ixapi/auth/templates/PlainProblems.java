package net.ixapi.auth.templates;

import java.util.List;
import java.util.Map;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.Problems;

/** Problems without a model of their own. */
final class PlainProblems implements Problems {
    @Override
    public Object invalidRequest(List<FieldError> members) {
        return Map.of("type", "invalid", "members", members);
    }

    @Override
    public Object httpError(int status, String title, String detail) {
        return Map.of("type", "about:blank", "title", title);
    }
}
