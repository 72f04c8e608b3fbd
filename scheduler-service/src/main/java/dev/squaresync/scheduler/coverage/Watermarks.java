package dev.squaresync.scheduler.coverage;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Up to where each data type is complete, and the windows that follow from it. */
@Component
public class Watermarks {

    private static final String FIND = new SqlFile(Watermarks.class, "find-watermarks.sql").text();
    private static final String MOVE = new SqlFile(Watermarks.class, "move-watermark.sql").text();

    private static final String RETRACT = new SqlFile(Watermarks.class, "retract.sql").text();

    private final JdbcClient jdbc;
    private final CoverageSettings settings;
    private final Clock clock;

    Watermarks(JdbcClient jdbc, CoverageSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The window of a stream that is requested now. */
    public Window window(StreamPolicy policy, Reach reach, Instant now) {
        return Window.of(policy, reach, find(policy.dataType()).orElse(null), now);
    }

    /**
     * Records what a completed stream has proven, in the transaction that completes it. The watermark moves only if the window
     * joins the stretch that is already proven: a window that starts after the watermark leaves a gap, and what lies behind a
     * gap is covered, but not complete.
     *
     * @return the watermark afterwards, moved or not; empty: nothing is proven yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Watermark> advance(UUID runId, DataType dataType, Window window) {
        Instant upTo = window.to().minus(settings.overlap());
        Instant from = window.from();
        if (from == null || from.isBefore(upTo)) {
            record(runId, dataType, from, upTo);
        }
        return find(dataType);
    }

    private void record(UUID runId, DataType dataType, @Nullable Instant from, Instant upTo) {
        jdbc.sql(MOVE)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .param("from", SqlTime.of(from))
                .param("upTo", SqlTime.of(upTo))
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /**
     * What a stream had proven is not so any more, because a roll-back has undone it. If the undone run was a roll-back itself, what
     * that had taken back is proven again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void retract(UUID ofRunId, DataType dataType, UUID byRunId) {
        jdbc.sql(RETRACT)
                .param("ofRunId", ofRunId)
                .param("byRunId", byRunId)
                .param("dataType", dataType.name())
                .update();
    }

    public Optional<Watermark> find(DataType dataType) {
        return jdbc.sql(FIND)
                .param("dataType", dataType.name())
                .query(Row.as(Watermarks::watermark))
                .optional();
    }

    public List<Watermark> all() {
        return jdbc.sql(FIND)
                .param("dataType", null)
                .query(Row.as(Watermarks::watermark))
                .list();
    }

    private static Watermark watermark(Row row) throws SQLException {
        return new Watermark(
                row.dataType("data_type"),
                row.nullableInstant("complete_from"),
                row.instant("complete_up_to"),
                row.uuid("run_id"),
                gap(row));
    }

    private static @Nullable Gap gap(Row row) throws SQLException {
        Instant to = row.nullableInstant("gap_to");
        return to == null ? null : new Gap(row.nullableInstant("gap_from"), to);
    }
}
