package net.ixapi.auth.stub;

/** The user that the tests log in as. */
public final class Credentials {
    public static final String KEY = "testKey-16-chars";
    public static final String SECRET = "testSecret-" + "0123456789abcde".repeat(5);

    private Credentials() {}

    public static Account account() {
        return new Account("tester", KEY, SECRET);
    }
}
