package net.ixapi.auth.stub.benchmark;

import io.javalin.Javalin;

/** The least that a Javalin server can do: a constant answer, and nothing checked. */
final class BareHandler {
    private BareHandler() {}

    public static void main(String[] arguments) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        Javalin server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.post(
                            FixedResponse.PATH,
                            context -> context.status(201)
                                    .contentType("application/json")
                                    .result(FixedResponse.BODY));
                })
                .start("127.0.0.1", 0);
        System.out.println("port: " + server.port());
    }
}
