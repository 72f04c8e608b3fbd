package dev.squaresync.scheduler.outbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.Surroundings;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.beans.factory.annotation.Autowired;

@SchedulerTest
class RunTraceTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Autowired
    private Api api;

    @Autowired
    private Bus bus;

    @Autowired
    private Runs runs;

    @Test
    void all_messages_of_a_run_are_in_the_trace_of_the_request_for_it() {
        Api.Answer answer = api.send(api.request("POST", "/api/sync-runs", "{\"dataTypes\": [\"orders\"]}")
                .header("Authorization", "Bearer " + Surroundings.API_TOKEN)
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .build());
        assertThat(answer.status()).isEqualTo(202);
        UUID run = UUID.fromString(answer.body().get("id").stringValue());
        Message request = requireNonNull(bus.hearMessage());

        complete(run);

        Message end = requireNonNull(bus.hearMessage());
        assertThat(bus.read(request)).isInstanceOf(SyncRequested.class);
        assertThat(bus.read(end)).isInstanceOf(SyncEnded.class);
        assertThat(traceOf(request)).isEqualTo(TRACE);
        assertThat(traceOf(end)).isEqualTo(TRACE);
        assertThat((String) end.getMessageProperties().getHeader("square-sync-run"))
                .isEqualTo(run.toString());
    }

    @Test
    void a_run_that_no_request_asked_for_is_a_trace_of_its_own_named_by_its_id() {
        UUID run = runs.start(ORDERS);

        String trace = traceOf(requireNonNull(bus.hearMessage()));

        assertThat(trace).isEqualTo(run.toString().replace("-", ""));
    }

    private void complete(UUID run) {
        Said orders = new Said(run, ORDERS);
        runs.hear(orders.planned("a"));
        runs.hear(orders.onlyPage("a"));
    }

    private static String traceOf(Message message) {
        String traceparent = requireNonNull(message.getMessageProperties().getHeader("traceparent"));
        return traceparent.split("-", -1)[1];
    }
}
