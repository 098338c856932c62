package net.ixapi.auth.stub.admin;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import net.ixapi.auth.stub.admin.model.PlainFault;
import org.junit.jupiter.api.Test;

/** What the admin interface's document may say one day, and nothing makes yet. */
class FaultSpecsTest {
    @Test
    void aKindThatOnlyTheDocumentKnowsIsNotTakenForAnother() {
        PlainFault unknown = new PlainFault().fault(PlainFault.FaultEnum.fromValue("late-body"));

        assertThatIllegalStateException()
                .isThrownBy(() -> FaultSpecs.checked(unknown))
                .withMessage("There is no fault late-body, though admin.yaml names it.");
    }
}
