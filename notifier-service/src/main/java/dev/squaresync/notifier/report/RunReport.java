package dev.squaresync.notifier.report;

import dev.squaresync.message.RunState;
import java.util.List;

/**
 * The end of a run, told. Every text is one line without control characters, but is not escaped for HTML.
 *
 * @param headline says all that matters in one line
 * @param verdict one sentence: is it good or not
 * @param meaning what it means for the data, one sentence each; what is furthest behind comes first
 * @param outlook what the system does by itself, one sentence
 * @param problems empty if every data type is complete
 * @param link the scheduler's page about the run
 */
public record RunReport(
        RunState state,
        String headline,
        String verdict,
        List<String> meaning,
        String outlook,
        List<Problem> problems,
        List<StreamReport> streams,
        RunFacts facts,
        String link) {

    /**
     * Why some data types are not complete.
     *
     * @param dataTypes the data types that failed for this reason, with commas between them
     * @param detail what happened, a sentence
     * @param code the stable code of the failure, and how often it was tried
     * @param advice what the reader can do
     */
    public record Problem(String dataTypes, String detail, String code, String advice) {}

    /**
     * One data type of the run.
     *
     * @param window from when to when changes were asked for
     * @param retries deliveries that were tried again
     * @param duration since the run was requested
     * @param usualDuration of the latest scheduled syncs; a dash: not known
     */
    public record StreamReport(
            String dataType,
            String state,
            String window,
            String pages,
            String retries,
            String inserted,
            String updated,
            String unchanged,
            String deleted,
            String parked,
            String duration,
            String usualDuration,
            String rowsPerSecond) {}

    /**
     * The run's own data.
     *
     * @param timeZone the zone of every time in the report
     */
    public record RunFacts(
            String runId, String requestedBy, String requestedAt, String endedAt, String duration, String timeZone) {}
}
