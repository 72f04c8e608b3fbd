package dev.squaresync.scheduler.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.Said.GivenUp;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.run.StreamProgress;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@SchedulerTest
class ProgressListenerTest {

    private static final DataType ORDERS = DataType.of("orders");
    private static final DataType LOCATIONS = DataType.of("locations");

    @Autowired
    private Api api;

    @Autowired
    private Bus bus;

    @Autowired
    private StreamProgress progress;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void a_run_goes_from_the_request_over_the_broker_to_its_end() {
        UUID runId = UUID.fromString(api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\", \"locations\"]}")
                .body()
                .get("id")
                .stringValue());
        assertThat(((SyncRequested) bus.hear()).dataType()).isEqualTo(ORDERS);
        assertThat(((SyncRequested) bus.hear()).dataType()).isEqualTo(LOCATIONS);

        Said orders = new Said(runId, ORDERS);
        bus.writerSays(orders.onlyPage("p"));
        bus.fetcherSays(orders.planned("p"));
        GivenUp locations = new Said(runId, LOCATIONS).givenUp(null);
        transaction.executeWithoutResult(
                status -> progress.givenUp(runId, LOCATIONS, locations.partitionId(), locations.failure()));

        SyncEnded ended = (SyncEnded) bus.hear();
        assertThat(ended.runId()).isEqualTo(runId);
        assertThat(ended.state()).isEqualTo(RunState.PARTIAL);
        var run = api.get("/api/sync-runs/" + runId).body();
        assertThat(run.get("state").stringValue()).isEqualTo("PARTIAL");
        assertThat(run.at("/progress/pages").intValue()).isEqualTo(1);
        assertThat(run.at("/progress/rows").intValue()).isEqualTo(10);
        assertThat(run.at("/streams/0/dataType").stringValue()).isEqualTo("locations");
        assertThat(run.at("/streams/0/failure/code").stringValue()).isEqualTo("square-unavailable");
        assertThat(run.at("/streams/1/inserted").intValue()).isEqualTo(10);
        assertThat(run.at("/streams/1/failure").isNull()).isTrue();
    }
}
