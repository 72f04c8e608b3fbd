package dev.squaresync.direct.verify;

import dev.squaresync.message.DataType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Up to when the mirror should be complete, where the scheduler does not say: the start of the latest sync that is over, less the
 * overlap. A direct run says itself whether it is over; of another it is believed when no page of it has come for a while.
 */
public final class LastSync {

    private static final String START_OF_LATEST = """
            select min(fetched_at)
            from page_receipts
            where data_type = :dataType
                and run_id = (
                    select receipt.run_id
                    from page_receipts as receipt
                    left join direct_runs as direct on direct.id = receipt.run_id
                    where receipt.data_type = :dataType and receipt.partition_id <> 'repair'
                    group by receipt.run_id, direct.id
                    having case
                        when direct.id is null then max(receipt.committed_at) < :quietSince
                        else direct.ended_at is not null
                    end
                    order by max(receipt.fetched_at) desc
                    limit 1
                )
            """;

    /** As long as the scheduler waits for a stream that does not move. */
    private static final Duration QUIET = Duration.ofMinutes(20);

    private final JdbcClient database;
    private final Clock clock;
    private final Duration overlap;

    public LastSync(JdbcClient database, Clock clock, Duration overlap) {
        this.database = database;
        this.clock = clock;
        this.overlap = overlap;
    }

    /** Empty: no sync of it is over. */
    public Optional<Instant> completeUpTo(DataType dataType) {
        return database.sql(START_OF_LATEST)
                .param("dataType", dataType.name())
                .param("quietSince", clock.instant().minus(QUIET).atOffset(ZoneOffset.UTC))
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(start -> start.toInstant().minus(overlap));
    }
}
