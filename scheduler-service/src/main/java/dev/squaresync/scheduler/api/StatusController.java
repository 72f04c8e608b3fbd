package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import dev.squaresync.message.StreamState;
import dev.squaresync.scheduler.api.StatusBody.Coverage;
import dev.squaresync.scheduler.api.StatusBody.DataTypeStatus;
import dev.squaresync.scheduler.api.StatusBody.LastRun;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One answer to "did last night go well?". */
@RestController
class StatusController {

    /** A due run starts within seconds; one that has not after this long will not by itself. */
    private static final Duration OVERDUE = Duration.ofMinutes(5);

    private final Schedules schedules;
    private final RunReports reports;
    private final Watermarks watermarks;
    private final Clock clock;

    StatusController(Schedules schedules, RunReports reports, Watermarks watermarks, Clock clock) {
        this.schedules = schedules;
        this.reports = reports;
        this.watermarks = watermarks;
        this.clock = clock;
    }

    @GetMapping("/api/status")
    StatusBody status() {
        Map<DataType, List<StreamReport>> streams = reports.latestStreams();
        Map<DataType, Watermark> marks =
                watermarks.all().stream().collect(Collectors.toMap(Watermark::dataType, Function.identity()));
        List<DataTypeStatus> statuses = schedules.all().stream()
                .map(schedule -> status(
                        schedule, streams.getOrDefault(schedule.dataType(), List.of()), marks.get(schedule.dataType())))
                .toList();
        return new StatusBody(
                statuses.stream().allMatch(status -> status.attention() == null), verdict(statuses), statuses);
    }

    private DataTypeStatus status(Schedule schedule, List<StreamReport> streams, @Nullable Watermark mark) {
        Optional<StreamReport> latest = streams.stream().findFirst();
        Optional<StreamReport> success = streams.stream()
                .filter(stream -> stream.state() == StreamState.COMPLETED)
                .findFirst();
        return new DataTypeStatus(
                schedule.dataType(),
                latest.map(stream -> new LastRun(stream.runId(), stream.state(), stream.endedAt()))
                        .orElse(null),
                success.map(StreamReport::endedAt).orElse(null),
                mark == null ? null : mark.provenUpTo(),
                mark == null ? null : new Coverage(mark.completeFrom(), mark.completeUpTo()),
                latest.filter(stream -> stream.endedAt() == null)
                        .map(StreamReport::runId)
                        .orElse(null),
                schedule.paused() ? null : schedule.nextDueAt(),
                schedule.paused(),
                attention(schedule, latest, mark));
    }

    private @Nullable String attention(Schedule schedule, Optional<StreamReport> latest, @Nullable Watermark mark) {
        DataType dataType = schedule.dataType();
        if (latest.isEmpty()) {
            return dataType + " has never been synced.";
        }
        StreamReport stream = latest.get();
        Failure failure = stream.failure();
        if (failure != null) {
            return dataType + " was not completed by its last run: " + failure.detail();
        }
        if (!schedule.paused() && schedule.nextDueAt().plus(OVERDUE).isBefore(clock.instant())) {
            return dataType + " was due at " + schedule.nextDueAt() + " and has not started.";
        }
        if (stream.endedAt() != null && (mark == null || mark.provenUpTo() == null)) {
            return "The history of " + dataType + " is not proven to be whole: ask for a full sync once.";
        }
        return null;
    }

    private static String verdict(List<DataTypeStatus> statuses) {
        String problems = statuses.stream()
                .map(DataTypeStatus::attention)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        if (!problems.isEmpty()) {
            return problems;
        }
        if (statuses.stream().anyMatch(status -> status.completeUpTo() == null)) {
            return "The first sync is under way.";
        }
        Instant oldest = statuses.stream()
                .map(DataTypeStatus::completeUpTo)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
        return "All is well: every data type is complete up to " + oldest + ".";
    }
}
