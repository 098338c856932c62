package net.ixapi.auth.openapi;

import static net.ixapi.auth.openapi.Findings.assertNone;

import java.net.URISyntaxException;
import net.ixapi.auth.openapi.lint.RuleGroup;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Test
    void keepsTheHouseRules() throws URISyntaxException {
        assertNone(RuleGroup.HOUSE.findings(Contract.file(), Contract.NAME));
    }
}
