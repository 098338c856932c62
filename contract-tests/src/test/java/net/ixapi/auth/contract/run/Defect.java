package net.ixapi.auth.contract.run;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.http.Answer;

/** What is wrong with a server, one thing at a time, and which answer's checks must notice. */
enum Defect {
    OK_FOR_CREATED("auth_token_create", 201, answer -> answer.status() == 201 ? withStatus(answer, 200) : answer),
    DROPS_A_REQUIRED_MEMBER("auth_token_create", 201, answer -> replaced(answer, "\"refresh_token\":", "\"another\":")),
    ADDS_NULL_MEMBERS_TO_TOKENS("auth_token_create", 201, answer -> added(answer, 201, "\"scope\":null")),
    ADDS_NULL_MEMBERS_TO_PROBLEMS("auth_token_create", 401, answer -> added(answer, 401, "\"detail\":null")),
    SAME_TOKEN_TWICE("auth_token_create", 201, Defect::accessTokenTwice),
    TOKENS_WITHOUT_EXPIRY("auth_token_refresh", 201, answer -> replaced(answer, "eyJ", "e30.eyJ")),
    UNTYPED_PROBLEMS("auth_token_refresh", 401, answer -> replaced(answer, "\"type\":", "\"kind\":")),
    WRONG_PROBLEM_TYPE("auth_token_create", 400, answer -> replaced(answer, "validation-error", "not-found")),
    UNNAMED_MEMBERS(
            "auth_token_refresh", 400, answer -> replaced(answer, "\"name\":\"refresh_token\"", "\"name\":\"x\"")),
    WRONG_STATUS_MEMBER("auth_token_create", 401, answer -> replaced(answer, "\"status\":401", "\"status\":403")),
    HTML_ERRORS("auth_token_create", 400, answer -> answer.status() < 400 ? answer : withHtml(answer)),
    FAULT_FOR_BAD_INPUT("auth_token_create", 400, answer -> answer.status() == 400 ? withStatus(answer, 500) : answer),
    BAD_REQUEST_FOR_WRONG_TOKEN(
            "auth_token_refresh", 401, answer -> answer.status() == 401 ? withStatus(answer, 400) : answer),
    NO_ALLOW("", 405, answer -> withHeaders(answer, "allow", null)),
    FORBIDDEN_FOR_NOT_FOUND("", 404, answer -> answer.status() == 404 ? withStatus(answer, 403) : answer);

    final String operation;
    final int status;
    final UnaryOperator<Answer> change;

    Defect(String operation, int status, UnaryOperator<Answer> change) {
        this.operation = operation;
        this.status = status;
        this.change = change;
    }

    private static Answer withStatus(Answer answer, int status) {
        return new Answer(status, answer.headers(), answer.body());
    }

    private static Answer withBody(Answer answer, String body) {
        return new Answer(answer.status(), answer.headers(), body);
    }

    private static Answer replaced(Answer answer, String old, String replacement) {
        return withBody(answer, answer.body().replace(old, replacement));
    }

    private static Answer added(Answer answer, int status, String member) {
        return answer.status() == status
                ? withBody(answer, answer.body().replaceAll("}$", "," + member + "}"))
                : answer;
    }

    private static Answer accessTokenTwice(Answer answer) {
        return answer.status() == 201
                ? replaced(answer, answer.text("refresh_token"), answer.text("access_token"))
                : answer;
    }

    private static Answer withHtml(Answer answer) {
        return withHeaders(withBody(answer, "<html><h1>Error</h1></html>"), "content-type", "text/html");
    }

    private static Answer withHeaders(Answer answer, String name, String value) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers());
        headers.remove(name);
        if (value != null) {
            headers.put(name, List.of(value));
        }
        return new Answer(answer.status(), headers, answer.body());
    }
}
