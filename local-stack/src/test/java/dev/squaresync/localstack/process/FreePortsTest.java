package dev.squaresync.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void what_one_has_taken_and_not_opened_yet_is_not_given_to_another() {
        List<Integer> first = FreePorts.take(300);

        List<Integer> second = FreePorts.take(300);

        assertThat(first).doesNotHaveDuplicates().doesNotContainAnyElementsOf(second);
        assertThat(first).allMatch(FreePorts::isFree);
    }
}
