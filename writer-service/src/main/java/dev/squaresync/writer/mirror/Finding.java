package dev.squaresync.writer.mirror;

import dev.squaresync.message.DataType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An object of which the mirror does not hold what Square has.
 *
 * @param objectId Square's key, its parts joined by a colon
 * @param locationId null: it belongs to none
 * @param day the shop's day of the sale or of the latest change; null: Square tells no time of it
 * @param squareMoney what Square says was charged, in the smallest unit; null: no order, or gone
 * @param mirrorMoney what the mirror says; null: no order, or missing
 */
public record Finding(
        DataType dataType,
        String objectId,
        Kind kind,
        @Nullable String locationId,
        @Nullable LocalDate day,
        @Nullable Long squareMoney,
        @Nullable Long mirrorMoney) {

    static Finding of(DataType dataType, ResultSet row) throws SQLException {
        return new Finding(
                dataType,
                row.getString("object_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("location_id"),
                row.getObject("day", LocalDate.class),
                row.getObject("square_money", Long.class),
                row.getObject("mirror_money", Long.class));
    }

    /** What is wrong. */
    public enum Kind {
        /** Square has it, the mirror does not. */
        MISSING,
        /** The mirror holds another state than Square. */
        STALE,
        /** The mirror holds it, and Square does not have it any more. */
        SURPLUS,
        /** Its columns or parts are not what its own raw says: changed by hand. */
        ALTERED,
        /** Square has listed it, and did not show it when it was looked up: nothing is known of it, so it cannot be repaired. */
        UNKNOWN
    }
}
