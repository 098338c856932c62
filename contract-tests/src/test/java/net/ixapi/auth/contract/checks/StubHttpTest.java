package net.ixapi.auth.contract.checks;

import net.ixapi.auth.contract.http.RawHttp;

/** As anyone runs the checks in a build of their own: extended, and the target left to the extension. */
class StubHttpTest extends HttpContract {
    StubHttpTest(RawHttp http) {
        super(http);
    }
}
