package dev.squaresync.direct.verify;

import dev.squaresync.message.DataType;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to when the mirror should be complete, where the scheduler does not say: the start of the latest sync, less the overlap. */
public final class LastSync {

    private static final String START_OF_LATEST = """
            select min(fetched_at)
            from page_receipts
            where data_type = :dataType
                and run_id = (
                    select run_id
                    from page_receipts
                    where data_type = :dataType and partition_id <> 'repair'
                    order by fetched_at desc
                    limit 1
                )
            """;

    private final JdbcClient database;
    private final Duration overlap;

    public LastSync(JdbcClient database, Duration overlap) {
        this.database = database;
        this.overlap = overlap;
    }

    /** Empty: nothing of it was ever synced. */
    public Optional<Instant> completeUpTo(DataType dataType) {
        return database.sql(START_OF_LATEST)
                .param("dataType", dataType.name())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(start -> start.toInstant().minus(overlap));
    }
}
