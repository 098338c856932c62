package net.ixapi.auth.contract.checks;

import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.http.RawHttp;
import net.ixapi.auth.contract.targets.ContractTarget;

/** As anyone runs the checks in a build of their own: extended, and the target left to the extension. */
class StubAuthTokenCreateTest extends AuthTokenCreateContract {
    StubAuthTokenCreateTest(ContractTarget target, RawHttp http, OpenApiDocument document) {
        super(target, http, document);
    }
}
