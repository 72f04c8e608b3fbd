package dev.squaresync.scheduler.schedule;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.coverage.Mode;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the schedules and of the firings that were skipped. */
@Component
class ScheduleTable {

    private static final String UPDATE = new SqlFile(ScheduleTable.class, "update-schedule.sql").text();
    private static final String RECORD_SKIPPED = new SqlFile(ScheduleTable.class, "record-skipped.sql").text();

    private static final String LATEST_SKIPPED = new SqlFile(ScheduleTable.class, "latest-skipped.sql").text();

    private final JdbcClient jdbc;

    ScheduleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Schedule> all() {
        return jdbc.sql("select * from schedules order by data_type")
                .query(Row.as(ScheduleTable::schedule))
                .list();
    }

    Optional<Schedule> lock(DataType dataType) {
        return jdbc.sql("select * from schedules where data_type = :dataType for update")
                .param("dataType", dataType.name())
                .query(Row.as(ScheduleTable::schedule))
                .optional();
    }

    boolean anyDue(Instant now) {
        return jdbc.sql("select exists (select 1 from schedules where not paused and next_due_at <= :now)")
                .param("now", SqlTime.of(now))
                .query(Boolean.class)
                .single();
    }

    List<Schedule> lockDue(Instant now) {
        return jdbc.sql(
                        "select * from schedules where not paused and next_due_at <= :now order by data_type for update")
                .param("now", SqlTime.of(now))
                .query(Row.as(ScheduleTable::schedule))
                .list();
    }

    /** The data types and cron expressions of the schedules that have no time zone yet. */
    List<NewSchedule> lockNew() {
        return jdbc.sql("select data_type, cron from schedules where time_zone is null order by data_type for update")
                .query(Row.as(row -> new NewSchedule(row.dataType("data_type"), row.text("cron"))))
                .list();
    }

    void start(DataType dataType, ZoneId zone, Instant nextDueAt) {
        jdbc.sql("update schedules set time_zone = :zone, next_due_at = :due where data_type = :dataType")
                .param("zone", zone.getId())
                .param("due", SqlTime.of(nextDueAt))
                .param("dataType", dataType.name())
                .update();
    }

    void update(Schedule schedule) {
        Duration lookback = schedule.lookback();
        jdbc.sql(UPDATE)
                .param("dataType", schedule.dataType().name())
                .param("cron", schedule.cadence().cron())
                .param("timeZone", schedule.cadence().zone().getId())
                .param("mode", schedule.mode().word())
                .param("lookback", lookback == null ? null : lookback.toString())
                .param("paused", schedule.paused())
                .param("nextDueAt", SqlTime.of(schedule.nextDueAt()))
                .update();
    }

    void recordSkipped(Schedule schedule, String reason, UUID activeRun, Instant now) {
        jdbc.sql(RECORD_SKIPPED)
                .param("dataType", schedule.dataType().name())
                .param("dueAt", SqlTime.of(schedule.nextDueAt()))
                .param("reason", reason)
                .param("runId", activeRun)
                .param("now", SqlTime.of(now))
                .update();
    }

    List<SkippedFiring> latestSkipped() {
        return jdbc.sql(LATEST_SKIPPED)
                .query(Row.as(row -> new SkippedFiring(
                        row.dataType("data_type"),
                        row.instant("due_at"),
                        row.text("reason"),
                        row.instant("recorded_at"))))
                .list();
    }

    private static Schedule schedule(Row row) throws SQLException {
        return new Schedule(
                row.dataType("data_type"),
                new Cadence(row.text("cron"), ZoneId.of(row.text("time_zone"))),
                Mode.valueOf(row.text("mode").toUpperCase(Locale.ROOT)),
                lookback(row),
                Priority.valueOf(row.text("priority").toUpperCase(Locale.ROOT)),
                row.flag("paused"),
                row.instant("next_due_at"));
    }

    private static @Nullable Duration lookback(Row row) throws SQLException {
        String text = row.nullableText("lookback");
        return text == null ? null : Duration.parse(text);
    }

    record NewSchedule(DataType dataType, String cron) {}
}
