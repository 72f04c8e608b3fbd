package dev.squaresync.notifier.alert;

import dev.squaresync.notifier.report.RunReport;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should know, independent of the channel that says it. Every text is one line without control characters,
 * but is not escaped for HTML or Slack.
 *
 * @param kind a stable word, such as {@code dead-letters}
 * @param cause a stable text: what has the same one is one thread, counted and not said again
 * @param headline says all that matters in one line
 * @param happened what has happened, one sentence each
 * @param meaning what it means for the data
 * @param bySystem what the system does about it by itself
 * @param byReader what the reader can do
 * @param parts what the count is made of; empty: nothing to tell
 * @param page the scheduler's page that shows more, such as {@code dead-letters}; empty: the overview
 * @param count how many things it is about; 1 if it cannot be counted
 * @param picture for channels that can show one; null: there is none
 * @param run the whole report, for channels that can say it; null: it is about something else
 */
public record Alert(
        String kind,
        String cause,
        Severity severity,
        String headline,
        List<String> happened,
        List<String> meaning,
        List<String> bySystem,
        List<String> byReader,
        List<Part> parts,
        String page,
        long count,
        @Nullable Picture picture,
        @Nullable RunReport run) {

    /** The kind of an alert that tells the end of a run. */
    public static final String RUN_ENDED = "run-ended";

    /** The kind of an alert that is to be said by every channel, at any hour. */
    public static final String TEST = "test";

    /** The kinds that no service reports: the notifier finds them out by itself. */
    public static final Set<String> OWN_KINDS =
            Set.of(RUN_ENDED, "run-missed", "volume-suspicious", "weekly-report", "digest");

    /** One that is all said in words. */
    public Alert(
            String kind,
            String cause,
            Severity severity,
            String headline,
            List<String> happened,
            List<String> meaning,
            List<String> bySystem,
            List<String> byReader,
            List<Part> parts,
            String page,
            long count) {
        this(kind, cause, severity, headline, happened, meaning, bySystem, byReader, parts, page, count, null, null);
    }

    /** The same, with a picture. */
    public Alert with(Picture picture) {
        return new Alert(
                kind, cause, severity, headline, happened, meaning, bySystem, byReader, parts, page, count, picture,
                run);
    }

    /** The same, with the whole report on the run that it is about. */
    public Alert with(RunReport run) {
        return new Alert(
                kind, cause, severity, headline, happened, meaning, bySystem, byReader, parts, page, count, picture,
                run);
    }

    /**
     * A picture.
     *
     * @param png in Base64
     * @param words that say what it shows, for those who do not see it
     */
    public record Picture(String png, String words) {}

    /** Some of what the count counts. */
    public record Part(String what, long count) {}

    /** The same matter, over. */
    public Alert over(String headline, List<String> happened) {
        return new Alert(
                kind,
                cause,
                Severity.RECOVERY,
                headline,
                happened,
                List.of(),
                List.of(),
                List.of("Nothing is to be done."),
                List.of(),
                page,
                count);
    }
}
