package dev.squaresync.scheduler.schedule;

/** Something that was typed for a schedule and makes no sense; the message is a sentence for whoever typed it. */
public final class InvalidSchedule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidSchedule(String field, String sentence) {
        super(sentence);
        this.field = field;
    }

    /** {@code cron}, {@code timeZone}, {@code lookback} or {@code mode}. */
    public String field() {
        return field;
    }
}
