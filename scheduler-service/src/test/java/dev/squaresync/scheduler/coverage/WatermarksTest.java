package dev.squaresync.scheduler.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SchedulerTest
class WatermarksTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    @Autowired
    private Watermarks watermarks;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_full_sync_proves_everything_up_to_its_request_less_the_overlap() {
        advance(null, day(10));

        assertMark(null, day(10));
        assertThat(watermarks.find(ORDERS).orElseThrow().provenUpTo()).isEqualTo(day(10).minus(OVERLAP));
    }

    @Test
    void the_next_window_joins_and_moves_the_watermark() {
        advance(null, day(10));
        advance(day(3), day(11));

        assertMark(null, day(11));
    }

    @Test
    void a_window_that_starts_exactly_at_the_watermark_joins() {
        advance(null, day(10));
        advance(day(10).minus(OVERLAP), day(20));

        assertMark(null, day(20));
    }

    @Test
    void a_window_that_starts_after_the_watermark_leaves_it_where_it_is() {
        advance(null, day(10));
        advance(day(12), day(13));

        assertMark(null, day(10));
        assertThat(coverageRows()).isEqualTo(2);
    }

    @Test
    void after_a_gap_the_next_scheduled_window_closes_it() {
        advance(null, day(10));
        advance(day(12), day(13));
        StreamPolicy policy = new StreamPolicy(ORDERS, Mode.INCREMENTAL, Duration.ofDays(1));

        Window window = watermarks.window(policy, Reach.AS_SCHEDULED, day(20));
        advance(window.from(), window.to());

        assertThat(window.from()).isEqualTo(day(10).minus(OVERLAP));
        assertMark(null, day(20));
    }

    @Test
    void the_watermark_never_goes_back() {
        advance(null, day(10));
        advance(null, day(8));
        advance(day(1), day(9));

        assertMark(null, day(10));
    }

    @Test
    void without_the_beginning_of_the_history_a_stretch_is_known_but_nothing_is_proven() {
        advance(day(3), day(10));

        assertMark(day(3), day(10));
        assertThat(watermarks.find(ORDERS).orElseThrow().provenUpTo()).isNull();
    }

    @Test
    void an_older_window_that_reaches_the_stretch_makes_it_longer_at_its_start() {
        advance(day(5), day(10));
        advance(day(1), day(7));

        assertMark(day(1), day(10));
    }

    @Test
    void an_older_window_that_does_not_reach_the_stretch_leaves_it_alone() {
        advance(day(5), day(10));
        advance(day(1), day(3));

        assertMark(day(5), day(10));
    }

    @Test
    void a_full_sync_completes_a_stretch_without_beginning() {
        advance(day(5), day(10));
        advance(null, day(11));
        advance(day(4), day(12));

        assertMark(null, day(12));
    }

    @Test
    void what_a_rolled_back_run_had_proven_is_read_again_by_the_next_that_is_scheduled() {
        StreamPolicy policy = new StreamPolicy(ORDERS, Mode.INCREMENTAL, Duration.ofDays(1));
        advance(null, day(5));
        advance(day(4), day(10));
        advance(day(9), day(12));
        retract(day(10));

        Watermark mark = watermarks.find(ORDERS).orElseThrow();
        assertThat(mark.gap()).isEqualTo(new Gap(day(5).minus(OVERLAP), day(9)));
        assertThat(mark.provenUpTo()).isEqualTo(day(5).minus(OVERLAP));
        Window window = watermarks.window(policy, Reach.AS_SCHEDULED, day(20));
        assertThat(window.from()).isEqualTo(day(5).minus(OVERLAP));
        advance(window.from(), window.to());

        assertThat(watermarks.find(ORDERS).orElseThrow().gap()).isNull();
        assertThat(watermarks.find(ORDERS).orElseThrow().provenUpTo()).isEqualTo(day(20).minus(OVERLAP));
    }

    @Test
    void after_the_roll_back_of_the_first_sync_the_whole_history_is_read_again() {
        StreamPolicy policy = new StreamPolicy(ORDERS, Mode.INCREMENTAL, Duration.ofDays(1));
        advance(null, day(5));
        retract(day(5));

        assertThat(watermarks.find(ORDERS).orElseThrow().provenUpTo()).isNull();
        assertThat(watermarks.window(policy, Reach.AS_SCHEDULED, day(20)).from())
                .isNull();
    }

    @Test
    void what_another_run_has_proven_as_well_is_no_gap_after_a_roll_back() {
        advance(null, day(10));
        advance(day(8), day(9));
        retract(day(9));

        assertThat(watermarks.find(ORDERS).orElseThrow().gap()).isNull();
    }

    @Test
    void a_window_shorter_than_the_overlap_proves_nothing() {
        advance(day(10).minusSeconds(60), day(10));

        assertThat(watermarks.find(ORDERS)).isEmpty();
        assertThat(coverageRows()).isZero();
    }

    @Test
    void it_moves_only_in_the_transaction_that_completes_the_stream() {
        assertThatThrownBy(() -> watermarks.advance(UUID.randomUUID(), ORDERS, new Window(null, day(10))))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(watermarks.find(ORDERS)).isEmpty();
    }

    private void advance(@Nullable Instant from, Instant to) {
        transaction.execute(status -> watermarks.advance(UUID.randomUUID(), ORDERS, new Window(from, to)));
    }

    private void assertMark(@Nullable Instant from, Instant windowEnd) {
        Watermark mark = watermarks.find(ORDERS).orElseThrow();
        assertThat(mark.completeFrom()).isEqualTo(from);
        assertThat(mark.completeUpTo()).isEqualTo(windowEnd.minus(OVERLAP));
    }

    private void retract(Instant windowEnd) {
        jdbc.sql("update coverage set retracted_by = gen_random_uuid() where covered_to = cast(:to as timestamptz)")
                .param("to", windowEnd.minus(OVERLAP).toString())
                .update();
    }

    private int coverageRows() {
        return jdbc.sql("select count(*) from coverage").query(Integer.class).single();
    }

    private static Instant day(int day) {
        return Instant.parse("2026-11-01T00:00:00Z").plus(Duration.ofDays(day));
    }
}
