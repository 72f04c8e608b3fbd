package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.api.StatusBody.Coverage;
import dev.squaresync.scheduler.api.StatusBody.DataTypeStatus;
import dev.squaresync.scheduler.api.StatusBody.LastRun;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import dev.squaresync.scheduler.schedule.SkippedFiring;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One answer to "did last night go well?". */
@RestController
class StatusController {

    private final Schedules schedules;
    private final RunReports reports;
    private final Watermarks watermarks;
    private final Attention attention;

    StatusController(Schedules schedules, RunReports reports, Watermarks watermarks, Attention attention) {
        this.schedules = schedules;
        this.reports = reports;
        this.watermarks = watermarks;
        this.attention = attention;
    }

    @GetMapping("/api/status")
    StatusBody status() {
        List<DataTypeStatus> statuses = standings().map(this::status).toList();
        return new StatusBody(
                statuses.stream().allMatch(status -> status.attention() == null), verdict(statuses), statuses);
    }

    private Stream<Standing> standings() {
        Map<DataType, List<StreamReport>> streams = reports.latestStreams();
        Map<DataType, Watermark> marks =
                watermarks.all().stream().collect(Collectors.toMap(Watermark::dataType, Function.identity()));
        Map<DataType, SkippedFiring> skipped = schedules.latestSkipped().stream()
                .collect(Collectors.toMap(SkippedFiring::dataType, Function.identity()));
        return schedules.all().stream()
                .map(schedule -> new Standing(
                        schedule,
                        streams.getOrDefault(schedule.dataType(), List.of()),
                        marks.get(schedule.dataType()),
                        skipped.get(schedule.dataType())));
    }

    private DataTypeStatus status(Standing standing) {
        Schedule schedule = standing.schedule();
        Optional<StreamReport> latest = standing.latest();
        Watermark mark = standing.mark();
        return new DataTypeStatus(
                schedule.dataType(),
                latest.map(stream -> new LastRun(stream.runId(), stream.state(), stream.endedAt()))
                        .orElse(null),
                standing.lastSuccess(),
                standing.provenUpTo(),
                mark == null ? null : new Coverage(mark.completeFrom(), mark.completeUpTo()),
                latest.filter(stream -> stream.endedAt() == null)
                        .map(StreamReport::runId)
                        .orElse(null),
                schedule.paused() ? null : schedule.nextDueAt(),
                schedule.paused(),
                attention.of(standing));
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
        return "All is well: every data type is complete up to " + oldest + "." + paused(statuses);
    }

    private static String paused(List<DataTypeStatus> statuses) {
        return statuses.stream()
                .filter(DataTypeStatus::paused)
                .map(status -> " " + status.dataType() + " is paused.")
                .collect(Collectors.joining());
    }
}
