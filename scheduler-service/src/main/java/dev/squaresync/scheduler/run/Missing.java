package dev.squaresync.scheduler.run;

import dev.squaresync.scheduler.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a stream that does not move still lacks.
 *
 * @param open how many partitions are neither whole nor given up
 * @param labels the first of these, for people; null: none is known
 * @param lastPageAt null: no page has come
 */
record Missing(
        int partitions,
        int open,
        @Nullable String labels,
        @Nullable Instant lastPageAt) {

    static Missing of(Row row) throws SQLException {
        return new Missing(
                row.number("partitions"),
                row.number("open"),
                row.nullableText("labels"),
                row.nullableInstant("last_page_at"));
    }

    /** As a part of a sentence. */
    String inWords() {
        String pages = lastPageAt == null ? "no page has come" : "the last page came at " + lastPageAt;
        return partitionsInWords() + ", " + pages;
    }

    private String partitionsInWords() {
        if (partitions == 0) {
            return "its partitions were never planned";
        }
        String more = open > 3 ? "; …" : "";
        return open + " of " + partitions + (partitions == 1 ? " partition" : " partitions") + " not whole (" + labels
                + more + ")";
    }
}
