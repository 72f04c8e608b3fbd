package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.PageCounts;
import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import dev.squaresync.scheduler.run.RunReport;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.SyncRun;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run in the API. */
record RunBody(
        UUID id,
        String kind,
        RunState state,
        String requestedBy,
        String trigger,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        boolean full,
        @Nullable Instant since,
        boolean forced,
        Progress progress,
        List<Stream> streams) {

    /** @param rows Square's objects in the committed pages */
    record Progress(int partitions, int partitionsCompleted, int pages, int rows) {

        static Progress of(List<StreamReport> streams) {
            return new Progress(
                    streams.stream().mapToInt(StreamReport::partitions).sum(),
                    streams.stream().mapToInt(StreamReport::partitionsCompleted).sum(),
                    streams.stream().mapToInt(StreamReport::pages).sum(),
                    streams.stream().mapToInt(stream -> stream.counts().total()).sum());
        }
    }

    /**
     * @param from null: the whole history
     * @param completeUpTo null: not proven
     */
    record Stream(
            DataType dataType,
            StreamState state,
            @Nullable Instant from,
            Instant to,
            @Nullable Instant endedAt,
            int partitions,
            int partitionsCompleted,
            int pages,
            int inserted,
            int updated,
            int unchanged,
            int deleted,
            int parked,
            @Nullable Instant completeUpTo,
            @Nullable Failure failure) {

        static Stream of(StreamReport report) {
            PageCounts counts = report.counts();
            return new Stream(
                    report.dataType(),
                    report.state(),
                    report.from(),
                    report.to(),
                    report.endedAt(),
                    report.partitions(),
                    report.partitionsCompleted(),
                    report.pages(),
                    counts.inserted(),
                    counts.updated(),
                    counts.unchanged(),
                    counts.deleted(),
                    counts.parked(),
                    report.completeUpTo(),
                    report.failure());
        }
    }

    static RunBody of(RunReport report) {
        SyncRun run = report.run();
        return new RunBody(
                run.id(),
                run.kind().word(),
                run.state(),
                run.requestedBy(),
                run.trigger().word(),
                run.requestedAt(),
                run.startedAt(),
                run.endedAt(),
                run.reason(),
                run.full(),
                run.since(),
                run.forced(),
                Progress.of(report.streams()),
                report.streams().stream().map(Stream::of).toList());
    }

    static URI address(UUID runId) {
        return URI.create("/api/sync-runs/" + runId);
    }
}
