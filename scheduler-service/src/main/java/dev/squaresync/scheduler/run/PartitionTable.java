package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.Partition;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import dev.squaresync.scheduler.sql.SqlTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of a stream's partitions, pages and failures. Nothing is added twice. */
@Component
class PartitionTable {

    private static final String INSERT_PARTITIONS = new SqlFile(PartitionTable.class, "insert-partitions.sql").text();
    private static final String INSERT_PAGE = new SqlFile(PartitionTable.class, "insert-page.sql").text();
    private static final String INSERT_FAILURE = new SqlFile(PartitionTable.class, "insert-failure.sql").text();
    private static final String COMPLETE_WHOLE = new SqlFile(PartitionTable.class, "complete-whole.sql").text();
    private static final String ANY_OPEN = new SqlFile(PartitionTable.class, "any-open.sql").text();
    private static final String FAILURES = new SqlFile(PartitionTable.class, "failures.sql").text();

    private final JdbcClient jdbc;
    private final Clock clock;

    PartitionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(StreamPlanned plan) {
        jdbc.sql(INSERT_PARTITIONS)
                .param("runId", plan.runId())
                .param("dataType", plan.dataType().name())
                .param("ids", column(plan, Partition::id))
                .param("labels", column(plan, Partition::label))
                .update();
    }

    /** @return whether the page is new */
    boolean insert(PageCommitted page) {
        return jdbc.sql(INSERT_PAGE)
                        .param("fetchId", page.fetchId())
                        .param("runId", page.page().runId())
                        .param("dataType", page.page().dataType().name())
                        .param("partitionId", page.page().partitionId())
                        .param("scan", page.page().scan())
                        .param("number", page.page().number())
                        .param("cursor", page.link().cursor())
                        .param("next", page.link().next())
                        .param("inserted", page.counts().inserted())
                        .param("updated", page.counts().updated())
                        .param("unchanged", page.counts().unchanged())
                        .param("deleted", page.counts().deleted())
                        .param("parked", page.counts().parked())
                        .param("committedAt", SqlTime.of(page.committedAt()))
                        .update()
                > 0;
    }

    void insertFailure(UUID runId, DataType dataType, String partitionId, Failure failure) {
        jdbc.sql(INSERT_FAILURE)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .param("partitionId", partitionId)
                .param("code", failure.code())
                .param("detail", failure.detail())
                .param("attempts", failure.attempts())
                .param("failedAt", SqlTime.of(clock.instant()))
                .update();
    }

    /**
     * Marks the partitions that have become whole.
     *
     * @param partitionId the only one to look at; null: all of the stream
     * @return whether there was one
     */
    boolean completeWhole(UUID runId, DataType dataType, @Nullable String partitionId) {
        return jdbc.sql(COMPLETE_WHOLE)
                        .param("runId", runId)
                        .param("dataType", dataType.name())
                        .param("partitionId", partitionId)
                        .param("now", SqlTime.of(clock.instant()))
                        .update()
                > 0;
    }

    /** Whether there is a partition that is neither whole nor given up. */
    boolean anyOpen(UUID runId, DataType dataType) {
        return jdbc.sql(ANY_OPEN)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query(Boolean.class)
                .single();
    }

    /** Why the stream cannot become complete: its first given-up partition speaks for all; empty: every partition is whole. */
    Optional<Failure> failure(UUID runId, DataType dataType) {
        List<Failure> failures = jdbc.sql(FAILURES)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query(Row.as(row -> new Failure(
                        row.text("failure_code"), row.text("failure_detail"), row.number("failure_attempts"))))
                .list();
        return failures.stream().findFirst().map(first -> speakingFor(first, failures.size()));
    }

    private static Failure speakingFor(Failure first, int failures) {
        if (failures == 1) {
            return first;
        }
        String detail = first.detail() + " (" + failures + " partitions failed; this was the first.)";
        return new Failure(first.code(), detail, first.attempts());
    }

    private static String[] column(StreamPlanned plan, Function<Partition, String> value) {
        return plan.partitions().stream().map(value).toArray(String[]::new);
    }
}
