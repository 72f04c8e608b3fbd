package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.PageCounts;
import dev.squaresync.scheduler.run.RunReport;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.SyncRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run in the list.
 *
 * @param dataTypes their names
 * @param took null: it goes on
 */
public record RunLine(
        SyncRun run,
        String dataTypes,
        PageCounts counts,
        @Nullable Duration took) {

    /** More are not named one by one. */
    private static final int ALL = 5;

    static RunLine of(RunReport report) {
        return new RunLine(
                report.run(),
                names(report.streams()),
                report.streams().stream().map(StreamReport::counts).reduce(PageCounts.NONE, PageCounts::plus),
                took(report.run()));
    }

    private static String names(List<StreamReport> streams) {
        return streams.size() >= ALL
                ? "all " + streams.size() + " data types"
                : streams.stream().map(stream -> stream.dataType().name()).collect(Collectors.joining(", "));
    }

    private static @Nullable Duration took(SyncRun run) {
        Instant end = run.endedAt();
        return end == null ? null : Duration.between(run.requestedAt(), end);
    }
}
