package dev.squaresync.systemtests.histories;

import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.run.RunStarter;
import dev.squaresync.scheduler.run.Trigger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs of a history, and whether each keeps its promise at the moment at which it says so. */
final class Runs {

    private static final int MOST = 2;

    private final World world;
    private final List<Kind> kinds;
    private final RunStarter starter;
    private final JdbcClient database;
    private final MirrorCheck mirror;
    private final Committed committed = new Committed();
    private final List<UUID> started = new ArrayList<>();
    private final Set<Stream> completed = new HashSet<>();
    private boolean active;

    Runs(World world, List<Kind> kinds, RunStarter starter, JdbcClient database, SimulatedSquare square) {
        this.world = world;
        this.kinds = kinds;
        this.starter = starter;
        this.database = database;
        this.mirror = new MirrorCheck(database, square.objects());
    }

    private record Stream(
            UUID runId,
            Kind kind,
            StreamState state,
            @Nullable Instant from,
            Instant to) {}

    /** The first run reads the whole history, each next one what its schedule would. */
    void start() {
        Reach reach = started.isEmpty() ? Reach.WHOLE_HISTORY : Reach.AS_SCHEDULED;
        NewRun run = NewRun.sync(
                Trigger.REQUEST, "history", kinds.stream().map(Kind::policy).toList(), reach, false);
        world.trace().add("a run of " + kinds + " is requested");
        UUID runId = null;
        while (runId == null) {
            runId = start(run);
        }
        started.add(runId);
        active = true;
    }

    private @Nullable UUID start(NewRun run) {
        try {
            return starter.start(run);
        } catch (ProcessDied e) {
            // Died with the answer or before the commit: whoever asked looks whether there is a run, else asks again.
            return database.sql("select distinct run_id from scheduler.streams where state in ('REQUESTED', 'RUNNING')")
                    .query(UUID.class)
                    .optional()
                    .orElse(null);
        }
    }

    boolean mayStartNext() {
        return !active && started.size() < MOST;
    }

    void hear(Message message) {
        committed.hear(message);
    }

    /** Looks at what has changed in the scheduler's tables. */
    void look() {
        List<Stream> streams = streams();
        for (Stream stream : streams) {
            if (stream.state() == StreamState.COMPLETED && completed.add(stream)) {
                world.trace().add("  " + stream.kind() + " is complete");
                mirror.completed(stream.kind(), stream.from(), stream.to());
            }
        }
        active = streams.stream()
                .anyMatch(stream -> stream.state() == StreamState.REQUESTED || stream.state() == StreamState.RUNNING);
    }

    private List<Stream> streams() {
        return database.sql("select * from scheduler.streams where run_id = any (:runIds)")
                .param("runIds", started.toArray(UUID[]::new))
                .query((row, number) -> stream(row))
                .list();
    }

    private static Stream stream(ResultSet row) throws SQLException {
        OffsetDateTime from = row.getObject("window_from", OffsetDateTime.class);
        return new Stream(
                row.getObject("run_id", UUID.class),
                List.of(Kind.values()).stream()
                        .filter(kind -> is(kind, row))
                        .findFirst()
                        .orElseThrow(),
                StreamState.valueOf(row.getString("state")),
                from == null ? null : from.toInstant(),
                row.getObject("window_to", OffsetDateTime.class).toInstant());
    }

    private static boolean is(Kind kind, ResultSet row) {
        try {
            return kind.dataType().name().equals(row.getString("data_type"));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All is over: every run is COMPLETED and was told of, and the mirror has kept what it must. */
    void checkAll() {
        look();
        for (UUID runId : started) {
            RunState state = state(runId);
            if (state != RunState.COMPLETED) {
                throw new Violation("All is quiet, nothing goes wrong any more, and a run is " + state);
            }
            committed.checkEnd(runId, state);
        }
        kinds.forEach(mirror::check);
        List<String> regressions = database.sql(
                        "delete from invariant_watch.regressions returning problem || ': ' || object_id")
                .query(String.class)
                .list();
        if (!regressions.isEmpty()) {
            throw new Violation("The mirror went back: " + regressions);
        }
    }

    private RunState state(UUID runId) {
        return RunState.valueOf(database.sql("select state from scheduler.sync_runs where id = :id")
                .param("id", runId)
                .query(String.class)
                .single());
    }
}
