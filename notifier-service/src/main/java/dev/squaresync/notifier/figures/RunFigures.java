package dev.squaresync.notifier.figures;

import dev.squaresync.message.RunKind;
import dev.squaresync.message.StreamState;
import dev.squaresync.message.SyncEnded;
import dev.squaresync.message.SyncEnded.StreamEnded;
import java.time.ZoneOffset;
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
