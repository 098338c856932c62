package net.ixapi.auth.stub;

/** The user that the tests log in as. */
final class Credentials {
    static final String KEY = "testKey-16-chars";
    static final String SECRET = "testSecret-" + "0123456789abcde".repeat(5);

    private Credentials() {}

    static Account account() {
        return new Account("tester", KEY, SECRET);
    }
}
