package dev.squaresync.scheduler.status;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.Verification;
import dev.squaresync.scheduler.run.VerificationTable;
import dev.squaresync.scheduler.schedule.Schedules;
import dev.squaresync.scheduler.schedule.SkippedFiring;
import dev.squaresync.scheduler.status.ShopStatus.DataTypeStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One answer to "did last night go well?". */
@Component
public class Status {

    private final Schedules schedules;
    private final RunReports reports;
    private final Watermarks watermarks;
    private final VerificationTable verifications;
    private final DependencyReports dependencies;
    private final Attention attention;
    private final ServiceAttention serviceAttention;

    Status(
            Schedules schedules,
            RunReports reports,
            Watermarks watermarks,
            VerificationTable verifications,
            DependencyReports dependencies,
            Attention attention,
            ServiceAttention serviceAttention) {
        this.schedules = schedules;
        this.reports = reports;
        this.watermarks = watermarks;
        this.verifications = verifications;
        this.dependencies = dependencies;
        this.attention = attention;
        this.serviceAttention = serviceAttention;
    }

    public ShopStatus now() {
        return new ShopStatus(
                serviceAttention.sentences(),
                standings()
                        .map(standing -> new DataTypeStatus(standing, worst(standing)))
                        .toList(),
                dependencies.down());
    }

    /** All that is wrong with each data type, the worst first; those with which nothing is are not in it. */
    public Map<DataType, List<Matter>> matters() {
        Map<DataType, List<Matter>> matters = new TreeMap<>();
        standings().forEach(standing -> {
            List<Matter> found = attention.of(standing);
            if (!found.isEmpty()) {
                matters.put(standing.dataType(), found);
            }
        });
        return matters;
    }

    private @Nullable String worst(Standing standing) {
        return attention.of(standing).stream().map(Matter::text).findFirst().orElse(null);
    }

    private Stream<Standing> standings() {
        Map<DataType, List<StreamReport>> streams = reports.latestStreams();
        Map<DataType, Watermark> marks =
                watermarks.all().stream().collect(Collectors.toMap(Watermark::dataType, Function.identity()));
        Map<DataType, Verification> verified = verifications.latest();
        Map<DataType, SkippedFiring> skipped = schedules.latestSkipped().stream()
                .collect(Collectors.toMap(SkippedFiring::dataType, Function.identity()));
        return schedules.all().stream()
                .map(schedule -> new Standing(
                        schedule,
                        streams.getOrDefault(schedule.dataType(), List.of()),
                        marks.get(schedule.dataType()),
                        verified.get(schedule.dataType()),
                        skipped.get(schedule.dataType())));
    }
}
