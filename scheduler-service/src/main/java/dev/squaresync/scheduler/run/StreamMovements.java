package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamState;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each stream moved last, written down at each movement so that nobody has to search its pages for it. */
@Component
class StreamMovements {

    private static final String QUIET = new SqlFile(StreamMovements.class, "quiet-streams.sql").text();
    private static final String STILL_TO_BE_ASKED = new SqlFile(StreamMovements.class, "still-to-be-asked.sql").text();

    private final JdbcClient jdbc;
    private final Clock clock;

    StreamMovements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void moved(UUID runId, DataType dataType) {
        update("update streams set moved_at = :now where run_id = :runId and data_type = :dataType", runId, dataType);
    }

    /** Its partitions are known; when they were first known stays. */
    void planned(UUID runId, DataType dataType) {
        update(
                "update streams set moved_at = :now, planned_at = coalesce(planned_at, :now)"
                        + " where run_id = :runId and data_type = :dataType",
                runId,
                dataType);
    }

    void drivenAgain(UUID runId, DataType dataType) {
        update(
                "update streams set moved_at = :now, driven_again_at = :now"
                        + " where run_id = :runId and data_type = :dataType",
                runId,
                dataType);
    }

    /** Lets the time begin anew for the streams whose requests have not been published yet. */
    void excuseUnpublished() {
        jdbc.sql(STILL_TO_BE_ASKED).param("now", SqlTime.of(clock.instant())).update();
    }

    /** The active streams that have not moved since then. */
    List<QuietStream> quiet(Instant since) {
        return jdbc.sql(QUIET)
                .param("before", SqlTime.of(since))
                .query(Row.as(row -> new QuietStream(
                        row.uuid("run_id"),
                        row.dataType("data_type"),
                        StreamState.valueOf(row.text("state")),
                        row.instant("requested_at"),
                        row.instant("moved_at"),
                        row.nullableInstant("driven_again_at"))))
                .list();
    }

    private void update(String statement, UUID runId, DataType dataType) {
        jdbc.sql(statement)
                .param("now", SqlTime.of(clock.instant()))
                .param("runId", runId)
                .param("dataType", dataType.name())
                .update();
    }
}
