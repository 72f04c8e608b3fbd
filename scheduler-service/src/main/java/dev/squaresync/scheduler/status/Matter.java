package dev.squaresync.scheduler.status;

/**
 * Something that is wrong with a data type.
 *
 * @param text a sentence, instants in ISO 8601
 */
public record Matter(Kind kind, String text) {

    /** What it is; the worst first. */
    public enum Kind {
        NEVER_SYNCED,
        /** Its last run did not complete it. */
        FAILED,
        /** It was due and has not started. */
        OVERDUE,
        /** It has been syncing for very long. */
        SLOW,
        /** It was due while it was being synced. */
        SKIPPED,
        /** A roll-back has left a stretch unproven. */
        GAP,
        /** Nothing is proven from the beginning of its history. */
        UNPROVEN,
        /** It is complete only up to a time that is too long ago. */
        BEHIND,
        /** The mirror does not hold what Square has. */
        FINDINGS,
        /** Some objects could not be stored. */
        PARKED
    }
}
