package net.ixapi.auth.contract.broken;

/** What makes a firewall of web applications suspicious. */
final class Firewall {
    private Firewall() {}

    /** What the core rules of ModSecurity look for, roughly. */
    static boolean isSuspicious(Received request) {
        String body = request.body();
        return body.contains("' OR ")
                || body.contains("\\u0000")
                || body.contains("__proto__")
                || body.contains("[[[[")
                || body.contains("%%%%")
                || body.contains("}{")
                || body.contains(",}")
                || body.matches("(?s)\\{.*[^}]");
    }

    /** What they look for there. */
    static boolean hasUnusualHeaders(Received request) {
        return !request.headers().containsKey("accept")
                || request.headers().getOrDefault("content-type", "").endsWith(";");
    }
}
