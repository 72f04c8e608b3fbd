package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.messaging.MessageTrace;
import dev.squaresync.scheduler.coverage.Window;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of runs and their streams. Whoever changes one holds the lock of the run's row. */
@Component
class RunTable {

    private static final String INSERT_RUN = new SqlFile(RunTable.class, "insert-run.sql").text();
    private static final String INSERT_STREAM = new SqlFile(RunTable.class, "insert-stream.sql").text();
    private static final String UPDATE_RUN = new SqlFile(RunTable.class, "update-run.sql").text();
    private static final String UPDATE_STREAM = new SqlFile(RunTable.class, "update-stream.sql").text();
    private static final String TOTAL_STREAM = new SqlFile(RunTable.class, "total-stream.sql").text();
    private static final String ACTIVE_STREAMS = new SqlFile(RunTable.class, "active-streams.sql").text();

    private final JdbcClient jdbc;
    private final MessageTrace trace;
    private final ApplicationEventPublisher events;

    RunTable(JdbcClient jdbc, MessageTrace trace, ApplicationEventPublisher events) {
        this.trace = trace;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** One start at a time, in all schedulers: so a start sees every stream that is active. Held until the transaction ends. */
    void lockStarts() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('square-sync.scheduler.starts'))")
                .query((row, number) -> true)
                .single();
    }

    /** Locks a run until the transaction ends; empty if there is no such run. */
    Optional<SyncRun> lock(UUID runId) {
        return jdbc.sql("select * from sync_runs where id = :id for update")
                .param("id", runId)
                .query(Row.as(SyncRun::of))
                .optional();
    }

    void insert(SyncRun run) {
        jdbc.sql(INSERT_RUN)
                .param("id", run.id())
                .param("kind", run.kind().word())
                .param("state", run.state().name())
                .param("trigger", run.trigger().word())
                .param("requestedBy", run.requestedBy())
                .param("full", run.full())
                .param("since", SqlTime.of(run.since()))
                .param("forced", run.forced())
                .param("requestedAt", SqlTime.of(run.requestedAt()))
                .param("traceparent", trace.ofRun(run.id()))
                .update();
    }

    void insertStream(UUID runId, DataType dataType, Window window) {
        jdbc.sql(INSERT_STREAM)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .param("from", SqlTime.of(window.from()))
                .param("to", SqlTime.of(window.to()))
                .update();
    }

    void change(SyncRun run, RunState to, Instant now, @Nullable String reason) {
        RunChanges.check(run.state(), to);
        boolean ends = to != RunState.RUNNING;
        jdbc.sql(UPDATE_RUN)
                .param("id", run.id())
                .param("state", to.name())
                .param("startedAt", SqlTime.of(to == RunState.RUNNING ? now : null))
                .param("endedAt", SqlTime.of(ends ? now : null))
                .param("reason", reason)
                .update();
        if (ends) {
            events.publishEvent(new RunEnded(to, Duration.between(run.requestedAt(), now), run.endedAt() != null));
        }
    }

    void change(UUID runId, DataType dataType, StreamState from, StreamState to, StreamEnd end) {
        StreamChanges.check(from, to);
        Failure failure = end.failure();
        jdbc.sql(UPDATE_STREAM)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .param("state", to.name())
                .param("endedAt", SqlTime.of(end.endedAt()))
                .param("completeUpTo", SqlTime.of(end.completeUpTo()))
                .param("code", failure == null ? null : failure.code())
                .param("detail", failure == null ? null : failure.detail())
                .param("attempts", failure == null ? null : failure.attempts())
                .update();
    }

    /** Writes down the sums over an ended stream's pages, so that nobody has to count them again. */
    void total(UUID runId, DataType dataType) {
        jdbc.sql(TOTAL_STREAM)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .update();
    }

    /** The states of a run's streams. */
    Map<DataType, StreamState> streamStates(UUID runId) {
        return jdbc
                .sql("select data_type, state from streams where run_id = :runId")
                .param("runId", runId)
                .query(Row.as(row -> Map.entry(row.dataType("data_type"), StreamState.valueOf(row.text("state")))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Window window(UUID runId, DataType dataType) {
        return jdbc.sql("select window_from, window_to from streams where run_id = :runId and data_type = :dataType")
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query(Row.as(row -> new Window(row.nullableInstant("window_from"), row.instant("window_to"))))
                .single();
    }

    List<ActiveStream> activeStreams(Collection<DataType> dataTypes) {
        return jdbc.sql(ACTIVE_STREAMS)
                .param("dataTypes", dataTypes.stream().map(DataType::name).toList())
                .query(Row.as(row -> new ActiveStream(
                        row.uuid("run_id"),
                        RunKind.ofWord(row.text("kind")),
                        row.dataType("data_type"),
                        StreamState.valueOf(row.text("state")),
                        row.instant("requested_at"))))
                .list();
    }
}
