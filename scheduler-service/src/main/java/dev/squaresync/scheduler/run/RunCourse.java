package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a run is getting on, beyond its numbers. */
@Component
public class RunCourse {

    private static final Duration LAST_MINUTE = Duration.ofMinutes(1);
    private static final String PACES = new SqlFile(RunCourse.class, "paces.sql").text();
    private static final String GIVEN_UP = new SqlFile(RunCourse.class, "given-up.sql").text();

    private final JdbcClient jdbc;
    private final Clock clock;

    RunCourse(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The pace of each of the run's streams. */
    @Transactional(readOnly = true)
    public Map<DataType, Pace> paces(UUID runId) {
        return jdbc
                .sql(PACES)
                .param("runId", runId)
                .param("since", SqlTime.of(clock.instant().minus(LAST_MINUTE)))
                .query(Row.as(row -> Map.entry(row.dataType("data_type"), pace(row))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The partitions that were given up; first those that are not whole, the latest first. */
    @Transactional(readOnly = true)
    public List<GivenUpPartition> givenUp(UUID runId, int limit) {
        return jdbc.sql(GIVEN_UP)
                .param("runId", runId)
                .param("limit", limit)
                .query(Row.as(row -> new GivenUpPartition(
                        row.dataType("data_type"),
                        row.text("label"),
                        new Failure(
                                row.text("failure_code"), row.text("failure_detail"), row.number("failure_attempts")),
                        row.instant("failed_at"),
                        row.nullableInstant("completed_at") != null)))
                .list();
    }

    private static Pace pace(Row row) throws SQLException {
        return new Pace(
                row.nullableInstant("first_page_at"),
                row.nullableInstant("last_page_at"),
                row.longNumber("pages"),
                row.longNumber("objects"),
                took(row));
    }

    private static @Nullable Duration took(Row row) throws SQLException {
        return row.nullableText("took_before") == null ? null : Duration.ofSeconds(row.longNumber("took_before"));
    }
}
