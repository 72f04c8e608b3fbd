package dev.squaresync.scheduler.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant A_WEEK_AGO = NOW.minus(Duration.ofDays(7));

    private static final StreamPolicy INCREMENTAL =
            new StreamPolicy(DataType.of("orders"), Mode.INCREMENTAL, Duration.ofDays(7));
    private static final StreamPolicy FULL = new StreamPolicy(DataType.of("locations"), Mode.FULL, null);

    @Test
    void an_incremental_stream_goes_back_by_its_lookback() {
        Instant lastNight = NOW.minus(Duration.ofDays(1));

        assertThat(Window.of(INCREMENTAL, Reach.AS_SCHEDULED, upTo(lastNight), NOW))
                .isEqualTo(new Window(A_WEEK_AGO, NOW));
        assertThat(Window.of(INCREMENTAL, Reach.AS_SCHEDULED, null, NOW)).isEqualTo(new Window(A_WEEK_AGO, NOW));
    }

    @Test
    void after_an_outage_it_goes_back_to_the_watermark() {
        Instant threeWeeksAgo = NOW.minus(Duration.ofDays(21));

        assertThat(Window.of(INCREMENTAL, Reach.AS_SCHEDULED, upTo(threeWeeksAgo), NOW))
                .isEqualTo(new Window(threeWeeksAgo, NOW));
    }

    @Test
    void since_goes_back_as_far_as_asked_and_no_further() {
        Instant since = NOW.minus(Duration.ofDays(1));

        assertThat(Window.of(INCREMENTAL, Reach.since(since), upTo(A_WEEK_AGO), NOW))
                .isEqualTo(new Window(since, NOW));
    }

    @Test
    void the_whole_history_has_no_start() {
        assertThat(Window.of(INCREMENTAL, Reach.WHOLE_HISTORY, upTo(A_WEEK_AGO), NOW))
                .isEqualTo(new Window(null, NOW));
    }

    @Test
    void a_data_type_that_is_always_read_whole_never_has_a_start() {
        assertThat(Window.of(FULL, Reach.AS_SCHEDULED, upTo(A_WEEK_AGO), NOW)).isEqualTo(new Window(null, NOW));
        assertThat(Window.of(FULL, Reach.since(A_WEEK_AGO), upTo(A_WEEK_AGO), NOW))
                .isEqualTo(new Window(null, NOW));
    }

    private static Watermark upTo(Instant time) {
        return new Watermark(DataType.of("orders"), null, time, UUID.randomUUID(), null);
    }
}
