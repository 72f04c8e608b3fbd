package dev.squaresync.fetcher.cancellation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunCancelled;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CancelledStreamsTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final DataType CATALOG = DataType.of("catalog");

    private final CancelledStreams streams = new CancelledStreams();

    @Test
    void only_the_streams_that_were_named_are_cancelled() {
        UUID run = UUID.randomUUID();

        streams.add(new RunCancelled(run, List.of(ORDERS)));

        assertThat(streams.has(run, ORDERS)).isTrue();
        assertThat(streams.has(run, CATALOG)).isFalse();
        assertThat(streams.has(UUID.randomUUID(), ORDERS)).isFalse();
    }

    @Test
    void what_is_said_again_is_not_news_but_another_stream_is() {
        UUID run = UUID.randomUUID();

        assertThat(streams.add(new RunCancelled(run, List.of(ORDERS)))).isTrue();
        assertThat(streams.add(new RunCancelled(run, List.of(ORDERS)))).isFalse();
        assertThat(streams.add(new RunCancelled(run, List.of(ORDERS, CATALOG)))).isTrue();
    }

    @Test
    void a_thousand_are_remembered_and_those_heard_of_last_stay() {
        UUID saidAgain = UUID.randomUUID();
        UUID saidOnce = UUID.randomUUID();
        streams.add(new RunCancelled(saidAgain, List.of(ORDERS)));
        streams.add(new RunCancelled(saidOnce, List.of(ORDERS)));
        streams.add(new RunCancelled(saidAgain, List.of(ORDERS)));

        for (int i = 0; i < 999; i++) {
            streams.add(new RunCancelled(UUID.randomUUID(), List.of(ORDERS)));
        }

        assertThat(streams.has(saidAgain, ORDERS)).isTrue();
        assertThat(streams.has(saidOnce, ORDERS)).isFalse();
    }
}
