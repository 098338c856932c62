package net.ixapi.auth.stub.junit;

import static net.ixapi.auth.stub.junit.Runs.SEEN;
import static net.ixapi.auth.stub.junit.Runs.assertAllPass;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The annotation that is nearest to a test counts. */
class NestedTest {
    @Test
    void classesInAClassThatShares() {
        assertAllPass(7, NestedSamples.OuterShares.class);
        assertThat(SEEN.stream().distinct()).hasSize(4);
    }

    @Test
    void classesInAClassOfWhichEachTestHasItsOwn() {
        assertAllPass(4, NestedSamples.OuterPerMethod.class);
        assertThat(SEEN.stream().distinct()).hasSize(3);
    }

    @Test
    void classesThatInheritTheirAnnotation() {
        assertAllPass(4, NestedSamples.OuterOfHeirs.class);
        assertThat(SEEN.stream().distinct()).hasSize(2);
    }
}
