package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.api.StatusBody.Coverage;
import dev.squaresync.scheduler.api.StatusBody.DataTypeStatus;
import dev.squaresync.scheduler.api.StatusBody.DependencyStatus;
import dev.squaresync.scheduler.api.StatusBody.LastRun;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.dependency.DownDependency;
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
    private final DependencyReports dependencies;
    private final Attention attention;
    private final ServiceAttention serviceAttention;

    StatusController(
            Schedules schedules,
            RunReports reports,
            Watermarks watermarks,
            DependencyReports dependencies,
            Attention attention,
            ServiceAttention serviceAttention) {
        this.schedules = schedules;
        this.reports = reports;
        this.watermarks = watermarks;
        this.dependencies = dependencies;
        this.attention = attention;
        this.serviceAttention = serviceAttention;
    }

    @GetMapping("/api/status")
    StatusBody status() {
        List<DataTypeStatus> statuses = standings().map(this::status).toList();
        List<String> general = serviceAttention.sentences();
        boolean ok = general.isEmpty() && statuses.stream().allMatch(status -> status.attention() == null);
        return new StatusBody(
                ok,
                verdict(general, statuses),
                general,
                statuses,
                dependencies.down().stream().map(StatusController::status).toList());
    }

    private static DependencyStatus status(DownDependency down) {
        return new DependencyStatus(down.service(), down.dependency(), false, down.since(), down.detail());
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

    private static String verdict(List<String> general, List<DataTypeStatus> statuses) {
        String problems = Stream.concat(general.stream(), statuses.stream().map(DataTypeStatus::attention))
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
