package net.ixapi.auth.templates;

import java.util.List;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.server.runtime.ApiRoute;

/** Drives what was generated from one small document: its client talks to its server over HTTP. */
public interface Scenario {
    /** The routes to an implementation of the generated interface. */
    List<ApiRoute> routes();

    /** Calls the server and checks what arrives at either side. */
    void run(Transport client, RawHttp http);
}
