package net.ixapi.auth.stub.junit;

import static net.ixapi.auth.stub.junit.Runs.SEEN;
import static net.ixapi.auth.stub.junit.Runs.assertAllAreStopped;
import static net.ixapi.auth.stub.junit.Runs.assertAllPass;
import static net.ixapi.auth.stub.junit.Runs.failures;
import static net.ixapi.auth.stub.junit.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a parameter means. */
class StubParametersTest {
    @ParameterizedTest
    @ValueSource(classes = {ParameterSamples.Constructor.class, ParameterSamples.ConstructorOfAll.class})
    void aConstructorHasTheStubThatTestsShare(Class<?> tests) {
        assertAllPass(2, tests);
        assertThat(SEEN.stream().distinct()).hasSize(1);
    }

    @Test
    void theStubIsStoppedWhenAConstructorFails() {
        assertThat(failures(run(1, ParameterSamples.FailingConstructor.class))).containsExactly("on purpose");
        assertAllAreStopped();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ParameterSamples.TooEarly.class,
                ParameterSamples.TooEarlyForAll.class,
                ParameterSamples.TooEarlyForAMethod.class
            })
    void aConstructorIsTooEarlyForTheStubOfATest(Class<?> tests) {
        assertThat(failures(run(1, tests)))
                .singleElement()
                .asString()
                .contains("Tests of this class have stubs of their own: take the stub as a parameter of the test.");
    }

    @Test
    void aConstructorCannotMeanTheStubOfTheClassAndThatOfATest() {
        assertThat(failures(run(1, ParameterSamples.Ambiguous.class)))
                .singleElement()
                .asString()
                .contains("Tests of this class have stubs of their own: take the stub as a parameter of the test.");
    }

    @Test
    void argumentsOfATestComeBeforeWhatIsOfTheStub() {
        assertAllPass(5, ParameterSamples.Arguments.class);
    }

    @Test
    void argumentsOfAClassComeBeforeWhatIsOfTheStub() {
        assertAllPass(4, ParameterSamples.ArgumentsOfAClass.class);
    }
}
