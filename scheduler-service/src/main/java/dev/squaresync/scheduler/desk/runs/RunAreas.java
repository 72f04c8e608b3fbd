package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import dev.squaresync.scheduler.desk.NoSuchThing;
import dev.squaresync.scheduler.desk.ShopWords;
import dev.squaresync.scheduler.desk.live.LiveView;
import dev.squaresync.scheduler.run.Pace;
import dev.squaresync.scheduler.run.Retries;
import dev.squaresync.scheduler.run.RollbackTable;
import dev.squaresync.scheduler.run.RunCourse;
import dev.squaresync.scheduler.run.RunReport;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.VerificationTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of one run stays up to date: all but its buttons. */
@Component
class RunAreas implements LiveView {

    static final String NAME = "run";

    private static final int MOST_GIVEN_UP = 50;
    private static final int MOST_RETRIES = 20;

    private final RunReports reports;
    private final RunCourse course;
    private final Retries retries;
    private final RollbackTable rollbacks;
    private final VerificationTable verifications;
    private final ShopWords shop;
    private final Clock clock;

    RunAreas(
            RunReports reports,
            RunCourse course,
            Retries retries,
            RollbackTable rollbacks,
            VerificationTable verifications,
            ShopWords shop,
            Clock clock) {
        this.rollbacks = rollbacks;
        this.verifications = verifications;
        this.reports = reports;
        this.course = course;
        this.retries = retries;
        this.shop = shop;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String template() {
        return "desk/run-areas";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> model(Map<String, String> parameters) {
        UUID id = id(parameters.getOrDefault("id", ""));
        RunReport report = reports.find(id).orElseThrow(() -> new NoSuchThing("There is no run " + id + "."));
        Map<DataType, Pace> paces = course.paces(id);
        Instant now = clock.instant();
        List<StreamLine> lines = report.streams().stream()
                .map(stream -> StreamLine.of(stream, paces.getOrDefault(stream.dataType(), Pace.UNKNOWN), now, shop))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("run", report.run());
        model.put("rollback", rollbacks.find(id).orElse(null));
        model.put(
                "verifications",
                verifications.of(id).stream().map(VerificationLine::of).toList());
        model.put("phase", report.run().endedAt() == null ? "active" : "ended");
        model.put("took", Duration.between(report.run().requestedAt(), end(report, now)));
        model.put("left", left(lines));
        model.put("lines", lines);
        model.put(
                "total", report.streams().stream().map(StreamReport::counts).reduce(PageCounts.NONE, PageCounts::plus));
        model.put(
                "pages", report.streams().stream().mapToInt(StreamReport::pages).sum());
        model.put(
                "partitions",
                report.streams().stream().mapToInt(StreamReport::partitions).sum());
        model.put(
                "partitionsCompleted",
                report.streams().stream()
                        .mapToInt(StreamReport::partitionsCompleted)
                        .sum());
        model.put("givenUp", course.givenUp(id, MOST_GIVEN_UP));
        model.put("retries", retries.latest(id, MOST_RETRIES));
        model.put("retriesInAll", retries.count(id));
        return model;
    }

    private static Instant end(RunReport report, Instant now) {
        return Objects.requireNonNullElse(report.run().endedAt(), now);
    }

    /** As long as the slowest; unknown if one of them is. */
    private static @Nullable String left(List<StreamLine> lines) {
        List<StreamLine> active = lines.stream().filter(StreamLine::isActive).toList();
        if (active.isEmpty() || active.stream().anyMatch(line -> line.left() == null)) {
            return null;
        }
        return active.stream()
                .map(StreamLine::left)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .map(TimeLeft::inWords)
                .orElse(null);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NoSuchThing("There is no run '" + text + "'.");
        }
    }
}
