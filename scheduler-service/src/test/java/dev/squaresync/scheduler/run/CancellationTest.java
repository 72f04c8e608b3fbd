package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunCancelled;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SchedulerTest
class CancellationTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final DataType CATALOG = DataType.of("catalog");

    @Autowired
    private Api api;

    @Autowired
    private Runs runs;

    @Autowired
    private Watermarks watermarks;

    @Autowired
    private Bus bus;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_run_is_cancelled_with_all_its_active_streams_and_everybody_is_told() {
        UUID runId = runs.start(CATALOG, ORDERS);
        runs.hear(new Said(runId, ORDERS).planned("p"));
        bus.hearAll();

        Api.Answer answer = api.post("/api/sync-runs/" + runId + "/cancel", "{\"reason\": \"Wrong day\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("state").stringValue()).isEqualTo("CANCELLED");
        assertThat(answer.body().get("reason").stringValue()).matches("Cancelled by \\w+: Wrong day");
        assertThat(answer.body().at("/streams/0/failure/code").stringValue()).isEqualTo("cancelled");
        List<Object> said = bus.hearAll();
        assertThat(said.get(0)).isEqualTo(new RunCancelled(runId, List.of(CATALOG, ORDERS)));
        assertThat(((SyncEnded) said.get(1)).state()).isEqualTo(RunState.CANCELLED);
        assertThat(jdbc.sql("select detail from audit where action = 'run.cancel' and subject = :id")
                        .param("id", runId.toString())
                        .query(String.class)
                        .single())
                .isEqualTo("Wrong day");
    }

    @Test
    void streams_that_had_ended_stay_as_they_are() {
        UUID runId = runs.start(CATALOG, ORDERS);
        runs.hear(new Said(runId, CATALOG).planned());

        api.post("/api/sync-runs/" + runId + "/cancel", "");

        assertThat(runs.state(runId)).isEqualTo(RunState.PARTIAL);
        assertThat(runs.stream(runId, CATALOG).state()).isEqualTo(StreamState.COMPLETED);
        assertThat(bus.hearAll()).contains(new RunCancelled(runId, List.of(ORDERS)));
    }

    @Test
    void a_run_that_has_ended_or_does_not_exist_is_not_cancelled() {
        UUID runId = runs.start(ORDERS);
        runs.hear(new Said(runId, ORDERS).planned());

        Api.Answer ended = api.post("/api/sync-runs/" + runId + "/cancel", "{}");

        assertThat(ended.status()).isEqualTo(409);
        assertThat(ended.body().get("type").stringValue()).isEqualTo("urn:square-sync:problem:run-ended");
        assertThat(ended.body().get("detail").stringValue())
                .isEqualTo("Run " + runId + " has ended already: it is COMPLETED.");
        assertThat(api.post("/api/sync-runs/" + UUID.randomUUID() + "/cancel", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post("/api/sync-runs/" + runId + "/cancel", "{\"reason\": \" \"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_forced_run_tells_the_fetchers_whose_place_it_takes() {
        UUID runId = runs.start(CATALOG, ORDERS);
        bus.hearAll();

        runs.force(ORDERS);

        assertThat(bus.hearAll()).contains(new RunCancelled(runId, List.of(ORDERS)));
        assertThat(runs.stream(runId, CATALOG).state()).isEqualTo(StreamState.REQUESTED);
    }

    @Test
    void who_still_works_on_a_cancelled_stream_is_told_again_but_not_at_each_page() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        runs.force(ORDERS);
        bus.hearAll();
        clock.advance(Duration.ofSeconds(9));
        runs.hear(orders.planned("p", "q"));
        assertThat(bus.hearAll()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        runs.hear(orders.onlyPage("p"));
        runs.hear(orders.onlyPage("q"));

        assertThat(bus.hearAll()).containsExactly(new RunCancelled(runId, List.of(ORDERS)));
        clock.advance(Duration.ofSeconds(10));
        runs.hear(orders.planned("p"));
        assertThat(bus.hearAll()).containsExactly(new RunCancelled(runId, List.of(ORDERS)));
    }

    @Test
    void a_cancelled_stream_is_never_complete() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p"));
        api.post("/api/sync-runs/" + runId + "/cancel", "{}");

        runs.hear(orders.onlyPage("p"));
        runs.hear(orders.planned("p"));
        runs.hear(orders.givenUp(null));

        assertThat(runs.state(runId)).isEqualTo(RunState.CANCELLED);
        assertThat(runs.stream(runId, ORDERS).state()).isEqualTo(StreamState.CANCELLED);
        assertThat(watermarks.find(ORDERS)).isEmpty();
    }
}
