package dev.squaresync.scheduler.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RollBack;
import dev.squaresync.message.RolledBack;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.scheduler.fixture.Api;
import dev.squaresync.scheduler.fixture.Bus;
import dev.squaresync.scheduler.fixture.Runs;
import dev.squaresync.scheduler.fixture.Said;
import dev.squaresync.scheduler.fixture.SchedulerTest;
import dev.squaresync.scheduler.fixture.SettableClock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@SchedulerTest
@DisplayName("A roll-back")
class RollbackTest {

    private static final DataType ORDERS = DataType.of("orders");

    @Autowired
    private Api api;

    @Autowired
    private Bus bus;

    @Autowired
    private Runs runs;

    @Autowired
    private RollbackProgress progress;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void goes_from_the_request_over_the_writer_to_its_end() {
        UUID synced = completed();
        bus.hearAll();

        UUID undo = rollBack(synced, "{}");

        RollBack asked = (RollBack) bus.hear();
        assertThat(asked).isEqualTo(new RollBack(undo, synced, ORDERS, SettableClock.START, false));
        bus.writerSays(answer(asked, null));
        SyncEnded ended = (SyncEnded) bus.hear();
        assertThat(ended.kind()).isEqualTo(RunKind.ROLLBACK);
        assertThat(ended.state()).isEqualTo(RunState.COMPLETED);
        var result = api.get("/api/sync-runs/" + undo + "/rollback").body();
        assertThat(result.get("ofRunId").stringValue()).isEqualTo(synced.toString());
        assertThat(result.at("/dataTypes/0/restored").intValue()).isEqualTo(7);
        assertThat(result.at("/dataTypes/0/skippedIds/0").stringValue()).isEqualTo("O-1");
        var run = api.get("/api/sync-runs/" + undo).body();
        assertThat(run.get("kind").stringValue()).isEqualTo("rollback");
        assertThat(run.at("/streams/0/updated").intValue()).isEqualTo(7);
        assertThat(run.at("/streams/0/deleted").intValue()).isEqualTo(2);
    }

    @Test
    void takes_back_what_its_run_had_proven_and_leaves_the_watermark() {
        UUID synced = completed();
        UUID undo = rollBack(synced, "{}");

        progress.rolledBack(answer(new RollBack(undo, synced, ORDERS, SettableClock.START, false), null));

        assertThat(retractedBy(synced)).isEqualTo(undo);
        assertThat(jdbc.sql("select run_id from watermarks").query(UUID.class).single())
                .isEqualTo(synced);

        UUID redo = rollBack(undo, "{}");
        progress.rolledBack(answer(new RollBack(redo, undo, ORDERS, SettableClock.START, false), null));

        assertThat(retractedBy(synced)).isNull();
    }

    @Test
    void leaves_a_gap_that_needs_a_person_until_a_run_has_read_it_again() {
        UUID synced = completedHistory();
        UUID undo = rollBack(synced, "{}");
        progress.rolledBack(answer(new RollBack(undo, synced, ORDERS, SettableClock.START, false), null));

        JsonNode status = orders();
        assertThat(status.get("attention").stringValue())
                .isEqualTo(
                        "orders is not proven from its beginning to 2026-11-22T11:55:00Z, because a run was rolled back:"
                                + " the next scheduled run reads it again.");
        assertThat(status.at("/gap/to").stringValue()).isEqualTo("2026-11-22T11:55:00Z");
        assertThat(status.get("completeUpTo").isNull()).isTrue();

        UUID next = completed();

        assertThat(runs.stream(next, ORDERS).from()).isNull();
        assertThat(orders().get("gap").isNull()).isTrue();
    }

    private JsonNode orders() {
        return api.get("/api/status")
                .body()
                .get("dataTypes")
                .valueStream()
                .filter(one -> one.get("dataType").stringValue().equals("orders"))
                .findFirst()
                .orElseThrow();
    }

    private UUID completedHistory() {
        UUID runId = UUID.fromString(api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"], \"full\": true}")
                .body()
                .get("id")
                .stringValue());
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p"));
        runs.hear(orders.onlyPage("p"));
        return runId;
    }

    @Test
    void that_is_only_tried_takes_nothing_back_and_cannot_be_rolled_back_itself() {
        UUID synced = completed();
        UUID tried = rollBack(synced, "{\"dryRun\": true}");

        progress.rolledBack(answer(new RollBack(tried, synced, ORDERS, SettableClock.START, true), null));

        assertThat(runs.state(tried)).isEqualTo(RunState.COMPLETED);
        assertThat(retractedBy(synced)).isNull();
        assertThat(runs.stream(tried, ORDERS).counts().total()).isZero();
        var refused = api.post("/api/sync-runs/" + tried + "/rollback", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").stringValue()).contains("was a dry run");
    }

    @Test
    void that_the_writer_refuses_fails_with_its_sentence() {
        UUID synced = completed();
        UUID undo = rollBack(synced, "{}");

        progress.rolledBack(answer(new RollBack(undo, synced, ORDERS, SettableClock.START, false), "Too old."));

        assertThat(runs.state(undo)).isEqualTo(RunState.FAILED);
        assertThat(runs.stream(undo, ORDERS).failure())
                .matches(failure -> failure != null
                        && failure.code().equals("rollback-refused")
                        && failure.detail().equals("Too old."));
        assertThat(retractedBy(synced)).isNull();
    }

    @Test
    void is_refused_while_a_run_of_the_data_type_is_active() {
        UUID synced = completed();
        runs.start(ORDERS);

        var refused = api.post("/api/sync-runs/" + synced + "/rollback", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").stringValue())
                .contains("orders is being synced", "Wait for its end, or cancel it")
                .doesNotContain("force");
        assertThat(refused.body().get("type").stringValue()).endsWith("run-in-the-way");
    }

    @Test
    void of_a_run_that_there_is_not_is_not_found() {
        assertThat(api.post("/api/sync-runs/" + UUID.randomUUID() + "/rollback", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void keeps_a_sync_of_the_data_type_waiting() {
        rollBack(completed(), "{}");

        assertThat(api.post("/api/sync-runs", "{\"dataTypes\": [\"orders\"]}").status())
                .isEqualTo(409);
    }

    private UUID completed() {
        UUID runId = runs.start(ORDERS);
        Said orders = new Said(runId, ORDERS);
        runs.hear(orders.planned("p"));
        runs.hear(orders.onlyPage("p"));
        assertThat(runs.state(runId)).isEqualTo(RunState.COMPLETED);
        return runId;
    }

    private UUID rollBack(UUID ofRunId, String body) {
        var answer = api.post("/api/sync-runs/" + ofRunId + "/rollback", body);
        assertThat(answer.status()).isEqualTo(202);
        return UUID.fromString(answer.body().get("id").stringValue());
    }

    private @Nullable UUID retractedBy(UUID runId) {
        return jdbc.sql("select retracted_by from coverage where run_id = :runId")
                .param("runId", runId)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    private static RolledBack answer(RollBack asked, @Nullable String refusal) {
        int restored = refusal == null ? 7 : 0;
        return new RolledBack(
                asked.runId(),
                asked.ofRunId(),
                asked.dataType(),
                restored,
                2,
                0,
                1,
                List.of("O-1"),
                refusal,
                SettableClock.START);
    }
}
