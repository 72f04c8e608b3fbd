package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StateChangesTest {

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, RUNNING",
        "RUNNING, COMPLETED",
        "RUNNING, PARTIAL",
        "REQUESTED, FAILED",
        "REQUESTED, CANCELLED"
    })
    void a_run_goes_forward(RunState from, RunState to) {
        assertThatCode(() -> RunChanges.check(from, to)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"PARTIAL, COMPLETED", "FAILED, COMPLETED", "FAILED, PARTIAL"})
    void a_run_heals(RunState from, RunState to) {
        assertThatCode(() -> RunChanges.check(from, to)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void a_completed_or_cancelled_run_stays_what_it_is(RunState to) {
        assertThatIllegalStateException().isThrownBy(() -> RunChanges.check(RunState.COMPLETED, to));
        assertThatIllegalStateException().isThrownBy(() -> RunChanges.check(RunState.CANCELLED, to));
    }

    @ParameterizedTest
    @EnumSource(StreamState.class)
    void a_completed_or_cancelled_stream_stays_what_it_is(StreamState to) {
        assertThatIllegalStateException().isThrownBy(() -> StreamChanges.check(StreamState.COMPLETED, to));
        assertThatIllegalStateException().isThrownBy(() -> StreamChanges.check(StreamState.CANCELLED, to));
    }

    @Test
    void a_stream_is_never_complete_before_it_was_planned() {
        assertThatIllegalStateException()
                .isThrownBy(() -> StreamChanges.check(StreamState.REQUESTED, StreamState.COMPLETED))
                .withMessage("A stream that is REQUESTED cannot become COMPLETED.");
    }

    @Test
    void a_run_ends_as_its_streams_did() {
        assertThat(RunChanges.end(List.of(StreamState.COMPLETED))).isEqualTo(RunState.COMPLETED);
        assertThat(RunChanges.end(List.of(StreamState.COMPLETED, StreamState.FAILED)))
                .isEqualTo(RunState.PARTIAL);
        assertThat(RunChanges.end(List.of(StreamState.FAILED, StreamState.FAILED)))
                .isEqualTo(RunState.FAILED);
        assertThat(RunChanges.end(List.of(StreamState.COMPLETED, StreamState.CANCELLED)))
                .isEqualTo(RunState.PARTIAL);
        assertThat(RunChanges.end(List.of(StreamState.FAILED, StreamState.CANCELLED)))
                .isEqualTo(RunState.FAILED);
        assertThat(RunChanges.end(List.of(StreamState.CANCELLED, StreamState.CANCELLED)))
                .isEqualTo(RunState.CANCELLED);
    }
}
