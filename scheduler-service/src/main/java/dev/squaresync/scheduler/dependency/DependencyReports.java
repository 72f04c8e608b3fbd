package dev.squaresync.scheduler.dependency;

import dev.squaresync.message.DependencyReported;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The latest report of each instance of a service. An outage is reported each 30 s, so an old report means nothing. */
@Component
public class DependencyReports {

    private static final String RECORD = new SqlFile(DependencyReports.class, "record-report.sql").text();
    private static final String DOWN = new SqlFile(DependencyReports.class, "down.sql").text();
    private static final String EXCUSED_UNTIL = new SqlFile(DependencyReports.class, "excused-until.sql").text();

    private static final String ALL = "select * from dependencies order by service, dependency, instance";

    private static final Duration FRESH = Duration.ofMinutes(2);

    /** Instances come and go, each with a name of its own. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    DependencyReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a report, unless a later one of the same instance is known. */
    @Transactional
    public void record(DependencyReported report) {
        jdbc.sql(RECORD)
                .param("service", report.service())
                .param("instance", report.instance())
                .param("dependency", report.dependency())
                .param("up", report.up())
                .param("since", SqlTime.of(report.since()))
                .param("detail", report.detail().replace("\u0000", ""))
                .param("reportedAt", SqlTime.of(report.reportedAt()))
                .param("now", SqlTime.of(clock.instant()))
                .update();
        jdbc.sql("delete from dependencies where heard_at < :before")
                .param("before", SqlTime.of(clock.instant().minus(KEPT)))
                .update();
    }

    /** What is down now, each once for a service, with its longest outage. */
    public List<DownDependency> down() {
        return jdbc.sql(DOWN)
                .param("freshSince", SqlTime.of(clock.instant().minus(FRESH)))
                .query(Row.as(row -> new DownDependency(
                        row.text("service"), row.text("dependency"), row.instant("since"), row.text("detail"))))
                .list();
    }

    /** What was reported within the last day, by service and what it needs. */
    public List<KnownDependency> all() {
        Instant freshSince = clock.instant().minus(FRESH);
        return jdbc.sql(ALL)
                .query(Row.as(row -> new KnownDependency(
                        row.text("service"),
                        row.text("instance"),
                        row.text("dependency"),
                        state(row.flag("up"), row.instant("heard_at").isAfter(freshSince)),
                        row.instant("since"),
                        row.instant("reported_at"),
                        row.text("detail"))))
                .list();
    }

    private static KnownDependency.State state(boolean up, boolean fresh) {
        if (up) {
            return KnownDependency.State.UP;
        }
        return fresh ? KnownDependency.State.DOWN : KnownDependency.State.UNKNOWN;
    }

    /**
     * Until when a stream that does not move is excused by what the services on its way have reported.
     *
     * @param grace how long a stream may take to move again after an outage
     * @return empty: nothing was reported
     */
    public Optional<Instant> excusedUntil(Duration grace) {
        return jdbc.sql(EXCUSED_UNTIL)
                .param("fresh", FRESH.toSeconds())
                .param("grace", grace.toSeconds())
                .query(Row.as(row -> row.instant("excused_until")))
                .optional();
    }
}
