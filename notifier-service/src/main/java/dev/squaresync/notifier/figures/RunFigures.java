package dev.squaresync.notifier.figures;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what syncs have brought. */
@Service
public class RunFigures {

    private static final String BY_SCHEDULE = "schedule";

    private static final String KEEP = """
            insert into ended_streams (run_id, data_type, scheduled, state, requested_at, ended_at, objects, retries)
            values (:runId, :dataType, :scheduled, :state, :requestedAt, :endedAt, :objects, :retries)
            on conflict (run_id, data_type) do update
            set state = excluded.state, ended_at = excluded.ended_at, objects = excluded.objects, retries = excluded.retries
            """;

    private static final String USUAL_DURATION = """
            select percentile_cont(0.5) within group (order by extract(epoch from ended_at - requested_at))
            from (
                select requested_at, ended_at
                from ended_streams
                where data_type = :dataType and scheduled and state = 'COMPLETED' and requested_at < :before
                order by requested_at desc
                limit 14
            ) as latest
            having count(*) >= 3
            """;

    private final JdbcClient database;
    private final Volumes volumes;

    RunFigures(JdbcClient database, Volumes volumes) {
        this.database = database;
        this.volumes = volumes;
    }

    /** The same end may be heard twice, and a run may end again when it heals. */
    @Transactional
    public void ended(SyncEnded run) {
        if (run.kind() != RunKind.SYNC) {
            return;
        }
        boolean scheduled = run.requestedBy().equals(BY_SCHEDULE);
        for (StreamEnded stream : run.streams()) {
            keep(run, stream, scheduled);
            if (scheduled && stream.state() == StreamState.COMPLETED) {
                volumes.compare(run, stream);
            }
        }
    }

    /**
     * How long the latest scheduled syncs of each data type took, in the middle; without those of which too few are known.
     *
     * @param run not counted, nor what came after it
     */
    public Map<DataType, Duration> usualDurations(SyncEnded run) {
        if (run.kind() != RunKind.SYNC) {
            return Map.of();
        }
        Map<DataType, Duration> usual = new HashMap<>();
        for (StreamEnded stream : run.streams()) {
            database.sql(USUAL_DURATION)
                    .param("dataType", stream.dataType().name())
                    .param("before", run.requestedAt().atOffset(ZoneOffset.UTC))
                    .query(Double.class)
                    .optional()
                    .ifPresent(seconds -> usual.put(stream.dataType(), Duration.ofMillis(Math.round(seconds * 1000))));
        }
        return usual;
    }

    private void keep(SyncEnded run, StreamEnded stream, boolean scheduled) {
        database.sql(KEEP)
                .param("runId", run.runId())
                .param("dataType", stream.dataType().name())
                .param("scheduled", scheduled)
                .param("state", stream.state().name())
                .param("requestedAt", run.requestedAt().atOffset(ZoneOffset.UTC))
                .param("endedAt", stream.endedAt().atOffset(ZoneOffset.UTC))
                .param("objects", stream.counts().total())
                .param("retries", Optional.ofNullable(stream.retries()).orElse(0))
                .update();
    }
}
