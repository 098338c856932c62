package net.ixapi.auth.stub.benchmark;

/** What those answer a log-in with that check and sign nothing. */
final class FixedResponse {
    static final String PATH = "/api/v2/auth/token";

    /** As long as two signed tokens are. */
    static final String BODY =
            "{\"access_token\":\"" + "a".repeat(201) + "\",\"refresh_token\":\"" + "r".repeat(251) + "\"}";

    private FixedResponse() {}
}
