package dev.squaresync.scheduler.run;

import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that concerns one or more data types.
 *
 * @param full the whole history was asked for
 * @param since everything since this time was asked for; null: not asked
 * @param forced goes on where others would stop and ask
 * @param startedAt when its first stream was planned
 * @param reason why it was cancelled
 */
public record SyncRun(
        UUID id,
        RunKind kind,
        RunState state,
        Trigger trigger,
        String requestedBy,
        boolean full,
        @Nullable Instant since,
        boolean forced,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason) {

    static SyncRun of(Row row) throws SQLException {
        return new SyncRun(
                row.uuid("id"),
                RunKind.ofWord(row.text("kind")),
                RunState.valueOf(row.text("state")),
                Trigger.valueOf(row.text("trigger").toUpperCase(Locale.ROOT)),
                row.text("requested_by"),
                row.flag("full_history"),
                row.nullableInstant("since"),
                row.flag("forced"),
                row.instant("requested_at"),
                row.nullableInstant("started_at"),
                row.nullableInstant("ended_at"),
                row.nullableText("reason"));
    }
}
