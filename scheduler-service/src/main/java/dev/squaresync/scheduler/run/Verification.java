package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of one data type looks at, and what came of it.
 *
 * @param completeUpTo the watermark when it was requested: what changed later is not looked at
 * @param zone of the shop's days
 * @param repair what is found wrong is made what Square has
 * @param comparedAt null: not all is seen yet
 * @param seen objects that Square showed
 * @param suspects objects that differed at first sight, and were asked for once more
 * @param verdictRequestedAt null: suspects are still looked up
 * @param judgedAt null: not yet
 * @param found objects that the mirror did not hold as Square has them
 * @param repaired how many of these it holds now
 */
public record Verification(
        UUID runId,
        DataType dataType,
        Instant completeUpTo,
        ZoneId zone,
        boolean repair,
        @Nullable Instant comparedAt,
        int seen,
        int suspects,
        @Nullable Instant verdictRequestedAt,
        @Nullable Instant judgedAt,
        int found,
        int repaired) {

    static Verification of(Row row) throws SQLException {
        return new Verification(
                row.uuid("run_id"),
                row.dataType("data_type"),
                row.instant("complete_up_to"),
                ZoneId.of(row.text("time_zone")),
                row.flag("repair"),
                row.nullableInstant("compared_at"),
                row.number("seen"),
                row.number("suspects"),
                row.nullableInstant("verdict_requested_at"),
                row.nullableInstant("judged_at"),
                row.number("found"),
                row.number("repaired"));
    }

    /** Objects that are still wrong; 0 too if it is not judged yet. */
    public int open() {
        return found - repaired;
    }

    /**
     * A verification with all that was found.
     *
     * @param findings the first of them
     * @param days the latest, and all on which something was found
     */
    public record Detail(
            Verification verification, List<StreamVerified.Finding> findings, List<StreamVerified.Day> days) {}
}
