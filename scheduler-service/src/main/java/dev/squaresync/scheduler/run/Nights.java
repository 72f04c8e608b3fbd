package dev.squaresync.scheduler.run;

import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the schedule's runs have done, night by night. */
@Component
public class Nights {

    private static final String NIGHTS = new SqlFile(Nights.class, "nights.sql").text();

    private final JdbcClient jdbc;

    Nights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The nights from this date on that had a run which has ended, the oldest first. */
    @Transactional(readOnly = true)
    public List<Night> since(LocalDate first, ZoneId zone) {
        return jdbc.sql(NIGHTS)
                .param("first", first)
                .param("zone", zone.getId())
                .query(Row.as(Nights::night))
                .list();
    }

    private static Night night(Row row) throws SQLException {
        return new Night(
                LocalDate.parse(row.text("day")),
                row.longNumber("objects"),
                row.longNumber("pages"),
                Duration.ofMillis(Math.round(Double.parseDouble(row.text("took")) * 1000)),
                end(row));
    }

    private static Night.End end(Row row) throws SQLException {
        if (row.flag("any_failed")) {
            return Night.End.FAILED;
        }
        return row.flag("any_partial") ? Night.End.PARTIAL : Night.End.COMPLETED;
    }
}
