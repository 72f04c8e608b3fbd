package dev.squaresync.scheduler.coverage;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which of the shop's days are proven. */
@Component
public class CoverageDays {

    private static final String FIRST_GAPS = new SqlFile(CoverageDays.class, "first-gaps.sql").text();

    private final JdbcClient jdbc;

    CoverageDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param gapFrom the first time of the day whose changes are not proven to be in the mirror; null: the whole day is */
    public record Day(
            DataType dataType, LocalDate date, @Nullable Instant gapFrom) {}

    /** Each of these days for each data type, in the order of time. */
    @Transactional(readOnly = true)
    public List<Day> between(LocalDate first, LocalDate last, ZoneId zone) {
        return jdbc.sql(FIRST_GAPS)
                .param("first", first)
                .param("last", last)
                .param("zone", zone.getId())
                .query(Row.as(row -> new Day(
                        row.dataType("data_type"), LocalDate.parse(row.text("day")), row.nullableInstant("gap_from"))))
                .list();
    }
}
