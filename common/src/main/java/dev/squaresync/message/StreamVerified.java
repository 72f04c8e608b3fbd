package dev.squaresync.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The writer has judged a verification's stream. Said again, with the same content, whenever it is asked again.
 *
 * @param found so many objects the mirror did not hold as Square has them
 * @param repaired so many of these it holds now
 * @param findings the first of them; all are in the table {@code square.findings}
 * @param days what was compared, by the shop's day and location; only of data types that have both
 */
public record StreamVerified(
        UUID runId, DataType dataType, int found, int repaired, List<Finding> findings, List<Day> days, Instant at) {

    /**
     * An object of which the mirror did not hold what Square has.
     *
     * @param objectId Square's key, its parts joined by a colon
     * @param kind MISSING, STALE, SURPLUS, ALTERED or UNKNOWN
     * @param locationId null: it belongs to none
     * @param day the shop's day of the sale or of the latest change; null: Square tells no time of it
     */
    public record Finding(
            String objectId,
            String kind,
            @Nullable String locationId,
            @Nullable LocalDate day) {}

    /**
     * One location on one of the shop's days. Money in the smallest unit of the location's currency.
     *
     * @param locationName its id, if the mirror knows no name
     * @param objects as Square has them
     * @param found so many of them the mirror did not hold as Square has them
     * @param squareMoney what Square says was charged
     * @param mirrorMoney what the mirror said
     */
    public record Day(
            String locationId,
            String locationName,
            LocalDate day,
            int objects,
            int found,
            long squareMoney,
            long mirrorMoney) {}
}
