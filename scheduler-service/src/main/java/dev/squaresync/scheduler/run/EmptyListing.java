package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.scheduler.sql.Row;
import dev.squaresync.scheduler.sql.SqlFile;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A whole history without any object proves nothing if there were objects before: rather the token sees another account. */
@Component
class EmptyListing {

    private static final String EMPTY_LISTING = new SqlFile(EmptyListing.class, "empty-listing.sql").text();

    private final JdbcClient jdbc;

    EmptyListing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a stream whose every partition is whole is not believed; empty: it is. */
    Optional<Failure> failure(UUID runId, DataType dataType) {
        return jdbc.sql(EMPTY_LISTING)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query(Row.as(row -> failure(dataType, row.instant("window_to"), row.number("objects"))))
                .optional();
    }

    private static Failure failure(DataType dataType, Instant requestedAt, int objects) {
        String detail = String.format(
                Locale.ROOT,
                "Square listed no %s at all, although the run of %s had %,d: nothing was deleted; look at Square or the token,"
                        + " then sync again.",
                dataType,
                requestedAt,
                objects);
        return new Failure("empty-listing", detail, 0);
    }
}
