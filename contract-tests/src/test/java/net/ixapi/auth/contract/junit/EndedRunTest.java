package net.ixapi.auth.contract.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.SampleReport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/** A run that a server brings to an early end is no green build. */
class EndedRunTest {
    @Test
    void failsAndSaysWhy() throws Exception {
        assertThatThrownBy(() -> last("the server lets it wait").getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessage("the run proved too little\nthe run ended before its last check: the server lets it wait");
    }

    @Test
    void anotherRunPasses() throws Throwable {
        DynamicTest last = last("");

        last.getExecutable().execute();

        assertThat(last.getDisplayName()).isEqualTo("coverage: everything in the document was seen");
    }

    private static DynamicTest last(String ended) throws Exception {
        return new ContractTest() {
            @Override
            protected Report run() {
                return SampleReport.ended(ended);
            }
        }.checks()
                .filter(test -> test.getDisplayName().startsWith("coverage"))
                .findFirst()
                .orElseThrow();
    }
}
