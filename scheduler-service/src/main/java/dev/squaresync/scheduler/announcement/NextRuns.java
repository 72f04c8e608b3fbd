package dev.squaresync.scheduler.announcement;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunExpected;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be said of each schedule's next run. */
@Component
class NextRuns {

    private static final String STANDINGS = new SqlFile(NextRuns.class, "standings.sql").text();

    /** What is due waits so long for a run of the same data types that is under way; a little more than it really does. */
    private static final Duration PATIENCE = Duration.ofMinutes(11);

    private final Schedules schedules;
    private final JdbcClient jdbc;

    NextRuns(Schedules schedules, JdbcClient jdbc) {
        this.schedules = schedules;
        this.jdbc = jdbc;
    }

    List<RunExpected> all(Instant now) {
        Map<DataType, Standing> standings = jdbc
                .sql(STANDINGS)
                .query(Row.as(row -> new Standing(
                        row.dataType("data_type"),
                        row.nullableUuid("started"),
                        row.nullableInstant("started_at"),
                        row.nullableUuid("active"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Standing::dataType, Function.identity()));
        return schedules.all().stream()
                .map(schedule -> expected(schedule, Objects.requireNonNull(standings.get(schedule.dataType())), now))
                .toList();
    }

    private static RunExpected expected(Schedule schedule, Standing standing, Instant now) {
        boolean waits = !schedule.paused()
                && standing.active() != null
                && !schedule.nextDueAt().isAfter(now);
        Instant due = waits ? schedule.nextDueAt().plus(PATIENCE) : schedule.nextDueAt();
        return new RunExpected(
                schedule.dataType(),
                schedule.paused() ? null : due,
                schedule.cadence().zone().getId(),
                standing.started(),
                standing.startedAt(),
                waits ? "Run " + standing.active() + " is still under way." : null,
                now);
    }

    /**
     * @param started its latest run that the schedule started; null: none
     * @param active the run that is syncing it now; null: none
     */
    private record Standing(
            DataType dataType,
            @Nullable UUID started,
            @Nullable Instant startedAt,
            @Nullable UUID active) {}
}
