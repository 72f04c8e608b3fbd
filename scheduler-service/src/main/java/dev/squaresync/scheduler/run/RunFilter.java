package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which runs are meant; null: any.
 *
 * @param dataType runs that sync it, maybe among others
 * @param from those requested at this time or later
 * @param to those requested before this time
 */
public record RunFilter(
        @Nullable RunState state,
        @Nullable RunKind kind,
        @Nullable DataType dataType,
        @Nullable Trigger trigger,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All runs. */
    public static final RunFilter ANY = new RunFilter(null, null, null, null, null, null);

    RunFilter inAnyState() {
        return new RunFilter(null, kind, dataType, trigger, from, to);
    }

    /** Sets the parameters of {@code matches-runs.sql}. */
    StatementSpec addTo(StatementSpec statement) {
        return statement
                .param("state", state == null ? null : state.name())
                .param("kind", kind == null ? null : kind.word())
                .param("dataType", dataType == null ? null : dataType.name())
                .param("trigger", trigger == null ? null : trigger.word())
                .param("from", SqlTime.of(from))
                .param("to", SqlTime.of(to));
    }
}
