package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamCompared;
import dev.squaresync.message.StreamVerified;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of verifications. */
@Component
public class VerificationTable {

    private static final String COLUMNS = """
            select run_id, data_type, complete_up_to, time_zone, repair, compared_at, coalesce(seen, 0) as seen,
                   coalesce(suspects, 0) as suspects, verdict_requested_at, judged_at, coalesce(found, 0) as found,
                   coalesce(repaired, 0) as repaired
            from verifications
            """;
    private static final String INSERT = """
            insert into verifications (run_id, data_type, complete_up_to, time_zone, repair)
            values (:runId, :dataType, :completeUpTo, :zone, :repair)
            """;
    private static final String COMPARED = """
            update verifications
            set compared_at = :at, seen = :seen, suspects = :suspects
            where run_id = :runId and data_type = :dataType and compared_at is null
            """;
    private static final String JUDGED = """
            update verifications
            set judged_at = :at, found = :found, repaired = :repaired
            where run_id = :runId and data_type = :dataType and judged_at is null
            """;
    private static final String ADD_FINDING = """
            insert into verification_findings (run_id, data_type, object_id, kind, location_id, day)
            values (:runId, :dataType, :objectId, :kind, :locationId, :day)
            """;
    private static final String ADD_DAY = """
            insert into verification_days (
                run_id, data_type, day, location_id, location_name, objects, found, square_money, mirror_money)
            values (:runId, :dataType, :day, :locationId, :locationName, :objects, :found, :squareMoney, :mirrorMoney)
            """;
    private static final String LATEST = new SqlFile(VerificationTable.class, "latest-verifications.sql").text();

    private static final String IS_DUE = new SqlFile(VerificationTable.class, "verification-is-due.sql").text();

    private final JdbcClient jdbc;
    private final Clock clock;

    VerificationTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All of a run; empty: there is no such run, or it is no verification. */
    @Transactional(readOnly = true)
    public List<Verification.Detail> of(UUID runId) {
        return jdbc
                .sql(COLUMNS + " where run_id = :runId order by data_type")
                .param("runId", runId)
                .query(Row.as(Verification::of))
                .list()
                .stream()
                .map(verification -> new Verification.Detail(verification, findings(verification), days(verification)))
                .toList();
    }

    /** The latest of each data type that is judged. */
    @Transactional(readOnly = true)
    public Map<DataType, Verification> latest() {
        return jdbc.sql(LATEST).query(Row.as(Verification::of)).list().stream()
                .collect(Collectors.toMap(Verification::dataType, Function.identity()));
    }

    /** Whether the verification of that time has not been started yet, and nothing stands in its way. */
    boolean isDue(Instant due) {
        return jdbc.sql(IS_DUE)
                .param("due", SqlTime.of(due))
                .query(Boolean.class)
                .single();
    }

    Optional<Verification> find(UUID runId, DataType dataType) {
        return jdbc.sql(COLUMNS + " where run_id = :runId and data_type = :dataType")
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query(Row.as(Verification::of))
                .optional();
    }

    void insert(UUID runId, DataType dataType, Instant completeUpTo, ZoneId zone, boolean repair) {
        jdbc.sql(INSERT)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .param("completeUpTo", SqlTime.of(completeUpTo))
                .param("zone", zone.getId())
                .param("repair", repair)
                .update();
    }

    void verdictRequested(UUID runId, DataType dataType) {
        jdbc.sql("update verifications set verdict_requested_at = :now where run_id = :runId and data_type = :dataType")
                .param("now", SqlTime.of(clock.instant()))
                .param("runId", runId)
                .param("dataType", dataType.name())
                .update();
    }

    /** An answer that comes again changes nothing. */
    void compared(StreamCompared answer) {
        jdbc.sql(COMPARED)
                .param("runId", answer.runId())
                .param("dataType", answer.dataType().name())
                .param("at", SqlTime.of(answer.at()))
                .param("seen", answer.seen())
                .param("suspects", answer.suspects())
                .update();
    }

    /** @return whether it is the first answer */
    boolean judged(StreamVerified answer) {
        boolean first = jdbc.sql(JUDGED)
                        .param("runId", answer.runId())
                        .param("dataType", answer.dataType().name())
                        .param("at", SqlTime.of(answer.at()))
                        .param("found", answer.found())
                        .param("repaired", answer.repaired())
                        .update()
                > 0;
        if (first) {
            answer.findings().forEach(finding -> add(answer, finding));
            answer.days().forEach(day -> add(answer, day));
        }
        return first;
    }

    private void add(StreamVerified answer, StreamVerified.Finding finding) {
        jdbc.sql(ADD_FINDING)
                .param("runId", answer.runId())
                .param("dataType", answer.dataType().name())
                .param("objectId", finding.objectId())
                .param("kind", finding.kind())
                .param("locationId", finding.locationId())
                .param("day", finding.day())
                .update();
    }

    private void add(StreamVerified answer, StreamVerified.Day day) {
        jdbc.sql(ADD_DAY)
                .param("runId", answer.runId())
                .param("dataType", answer.dataType().name())
                .param("day", day.day())
                .param("locationId", day.locationId())
                .param("locationName", day.locationName())
                .param("objects", day.objects())
                .param("found", day.found())
                .param("squareMoney", day.squareMoney())
                .param("mirrorMoney", day.mirrorMoney())
                .update();
    }

    private List<StreamVerified.Finding> findings(Verification verification) {
        return jdbc.sql("select * from verification_findings where run_id = :runId and data_type = :dataType"
                        + " order by kind, object_id")
                .param("runId", verification.runId())
                .param("dataType", verification.dataType().name())
                .query(Row.as(row -> new StreamVerified.Finding(
                        row.text("object_id"),
                        row.text("kind"),
                        row.nullableText("location_id"),
                        row.nullableDay("day"))))
                .list();
    }

    private List<StreamVerified.Day> days(Verification verification) {
        return jdbc.sql("select * from verification_days where run_id = :runId and data_type = :dataType"
                        + " order by day desc, location_name, location_id")
                .param("runId", verification.runId())
                .param("dataType", verification.dataType().name())
                .query(Row.as(VerificationTable::day))
                .list();
    }

    private static StreamVerified.Day day(Row row) throws SQLException {
        return new StreamVerified.Day(
                row.text("location_id"),
                row.text("location_name"),
                row.day("day"),
                row.number("objects"),
                row.number("found"),
                row.longNumber("square_money"),
                row.longNumber("mirror_money"));
    }
}
