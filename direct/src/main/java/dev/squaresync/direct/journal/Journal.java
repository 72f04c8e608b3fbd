package dev.squaresync.direct.journal;

import dev.squaresync.direct.read.Position;
import dev.squaresync.direct.read.ReadPage;
import dev.squaresync.direct.read.StreamFigures;
import dev.squaresync.direct.read.StreamPlan;
import dev.squaresync.direct.read.Stretch;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * The direct runs in the database. A page is noted before it is written, and counts as written when it has its receipt, which is
 * committed together with it: whenever the process ends, what is noted and what is in the mirror agree.
 */
public final class Journal {

    private static final String FIND_UNFINISHED = JournalSql.read("find-unfinished.sql");
    private static final String INSERT_PARTITION = JournalSql.read("insert-partition.sql");
    private static final String INSERT_PAGE = JournalSql.read("insert-page.sql");
    private static final String STRETCHES = JournalSql.read("stretches.sql");
    private static final String FIGURES = JournalSql.read("figures.sql");

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public Journal(JdbcClient database, TransactionOperations transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the mirror's tables are there, in a version that knows direct runs. */
    public boolean exists() {
        return database.sql("select to_regclass('square.direct_pages') is not null")
                .query(Boolean.class)
                .single();
    }

    /** The latest run of the same request that has not ended. */
    public Optional<UUID> unfinished(String request) {
        return database.sql(FIND_UNFINISHED)
                .param("request", request)
                .query(UUID.class)
                .optional();
    }

    /** Whether there is such a run, and it has not ended. */
    public boolean isUnfinished(UUID runId) {
        return database.sql("select exists (select from direct_runs where id = :runId and ended_at is null)")
                .param("runId", runId)
                .query(Boolean.class)
                .single();
    }

    public void begin(UUID runId, String request, String requestedBy, Instant startedAt, List<StreamPlan> plans) {
        transaction.executeWithoutResult(status -> {
            database.sql("insert into direct_runs (id, request, requested_by, started_at)"
                            + " values (:id, :request, :requestedBy, :startedAt)")
                    .param("id", runId)
                    .param("request", request)
                    .param("requestedBy", requestedBy)
                    .param("startedAt", utc(startedAt))
                    .update();
            plans.forEach(plan -> begin(runId, plan));
        });
    }

    private void begin(UUID runId, StreamPlan plan) {
        database.sql("insert into direct_streams (run_id, data_type, window_from, window_to)"
                        + " values (:runId, :dataType, :from, :to)")
                .param("runId", runId)
                .param("dataType", plan.dataType().name())
                .param("from", utc(plan.window().from()))
                .param("to", utc(plan.window().to()))
                .update();
        for (Partition partition : plan.partitions()) {
            database.sql(INSERT_PARTITION)
                    .param("runId", runId)
                    .param("dataType", plan.dataType().name())
                    .param("partitionId", partition.id())
                    .param("label", partition.label())
                    .param("slice", json.writeValueAsString(partition.slice()))
                    .update();
        }
    }

    /** A page is about to be written. */
    public void note(ReadPage read) {
        PageFetched page = read.page();
        database.sql(INSERT_PAGE)
                .param("fetchId", page.fetchId())
                .param("runId", page.page().runId())
                .param("dataType", page.page().dataType().name())
                .param("partitionId", page.page().partitionId())
                .param("scan", page.page().scan())
                .param("number", page.page().number())
                .param("cursor", page.link().cursor())
                .param("nextCursor", page.link().next())
                .param("squareNext", read.squareNext())
                .update();
    }

    public void whole(UUID runId, Stretch stretch) {
        database.sql("update direct_partitions set completed_at = :now"
                        + " where run_id = :runId and data_type = :dataType and partition_id = :partitionId")
                .param("now", utc(clock.instant()))
                .param("runId", runId)
                .param("dataType", stretch.dataType().name())
                .param("partitionId", stretch.partition().id())
                .update();
    }

    /** What is left to read. A partition whose last page was written, but which is not marked as whole, is marked now. */
    public List<Stretch> left(UUID runId) {
        List<Left> left = database.sql(STRETCHES)
                .param("runId", runId)
                .query((row, number) -> left(row))
                .list();
        left.stream().filter(Left::isWhole).forEach(one -> whole(runId, one.stretch()));
        return left.stream().filter(one -> !one.isWhole()).map(Left::stretch).toList();
    }

    public void end(UUID runId) {
        database.sql("update direct_runs set ended_at = :now where id = :runId")
                .param("now", utc(clock.instant()))
                .param("runId", runId)
                .update();
    }

    public List<StreamFigures> figures(UUID runId) {
        return database.sql(FIGURES)
                .param("runId", runId)
                .query((row, number) -> figures(row))
                .list();
    }

    /** @param isWhole its last page was written */
    private record Left(Stretch stretch, boolean isWhole) {}

    private Left left(ResultSet row) throws SQLException {
        int scan = row.getInt("scan");
        boolean isNew = row.wasNull();
        String next = row.getString("square_next");
        Position from = isNew || next == null ? Position.START : new Position(scan, row.getInt("number") + 1, next);
        Partition partition = new Partition(
                row.getString("partition_id"),
                row.getString("label"),
                json.readValue(row.getString("slice"), Slice.class));
        return new Left(new Stretch(DataType.of(row.getString("data_type")), partition, from), !isNew && next == null);
    }

    private static StreamFigures figures(ResultSet row) throws SQLException {
        OffsetDateTime from = row.getObject("window_from", OffsetDateTime.class);
        return new StreamFigures(
                DataType.of(row.getString("data_type")),
                new Window(
                        from == null ? null : from.toInstant(),
                        row.getObject("window_to", OffsetDateTime.class).toInstant()),
                row.getInt("partitions"),
                row.getInt("whole"),
                row.getInt("pages"),
                new PageCounts(
                        row.getInt("inserted"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("deleted"),
                        row.getInt("parked")));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
