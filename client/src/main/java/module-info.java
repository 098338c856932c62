/**
 * A client of the authentication part of IX-API v2.
 *
 * <p>Nothing of this module is opened to reflection, and it looks for no service.
 */
// HttpClient 5 has only an automatic module name; it is in a signature where users hand in a client of their own.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module net.ixapi.auth.client {
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires static transitive java.compiler;
    requires transitive java.net.http;
    // HttpClient 5 calls it to set options of sockets, and an automatic module cannot ask for it.
    requires jdk.net;
    requires transitive net.ixapi.auth.model;
    requires transitive org.apache.httpcomponents.client5.httpclient5;
    requires transitive org.apache.httpcomponents.core5.httpcore5;
    requires static transitive org.jspecify;
    requires org.slf4j;

    exports net.ixapi.auth.client;
    exports net.ixapi.auth.client.bearer;
    exports net.ixapi.auth.client.error;
    exports net.ixapi.auth.client.runtime;
    exports net.ixapi.auth.client.session;
}
