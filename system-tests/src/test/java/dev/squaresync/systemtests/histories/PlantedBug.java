package dev.squaresync.systemtests.histories;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mistakes that the histories must find. */
enum PlantedBug {
    NONE(null, null),
    /** The broker forgets a delivery when it is handed over. */
    ACK_BEFORE_COMMIT(null, null),
    /** An older state of an object is written over a newer one. */
    NO_VERSION_GUARD(
            "(?s)where not is_same and not is_outdated(.*?)\\n    where (.*?)\\n    returning",
            "where not is_same$1\n    where true or ($2)\n    returning"),
    /** The reader skips the second page of a partition. */
    PAGE_2_DROPPED(null, null),
    /** A stream is complete as soon as it is planned. */
    WATERMARK_MOVED_EARLY(
            "(?s)^select exists \\(\\s+select 1\\s+from partitions p(.*)$",
            "select false and exists (select 1 from partitions p$1"),
    /** What was sent is taken for published. */
    PUBLISH_WITHOUT_CONFIRM(null, null),
    /** A page that comes again is not recognised. */
    RECEIPTS_IGNORED("(?s)^(select .*\\sfrom page_receipts\\s+where fetch_id = \\?)\\s*$", "$1 and false");

    private final @Nullable Pattern sql;
    private final @Nullable String instead;

    PlantedBug(@Nullable String sql, @Nullable String instead) {
        this.sql = sql == null ? null : Pattern.compile(sql);
        this.instead = instead;
    }

    /** Whether it is planted in a statement on its way to PostgreSQL. */
    boolean isInSql() {
        return sql != null;
    }

    /** The statement with the mistake in it; the same if it is not the one. */
    String plantedIn(String statement) {
        if (sql == null || instead == null) {
            return statement;
        }
        Matcher matcher = sql.matcher(statement);
        return matcher.find() ? matcher.replaceFirst(instead) : statement;
    }
}
