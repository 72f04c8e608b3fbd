package dev.squaresync.scheduler.desk.overview;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.coverage.CoverageDays;
import dev.squaresync.scheduler.coverage.CoverageDays.Day;
import dev.squaresync.scheduler.desk.ShopWords;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.status.ShopStatus;
import dev.squaresync.scheduler.status.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Days × data types: which are proven to be whole. */
@Component
class CoverageStrip {

    static final int DAYS = 30;

    /** The end of a window is distrusted for as long as this at most, so a run proves that much less than it reads. */
    private static final Duration LONGEST_OVERLAP = Duration.ofHours(1);

    private final CoverageDays days;
    private final ShopWords shop;
    private final Clock clock;

    CoverageStrip(CoverageDays days, ShopWords shop, Clock clock) {
        this.days = days;
        this.shop = shop;
        this.clock = clock;
    }

    /** A data type's days, the oldest first. */
    public record Line(String name, List<Cell> cells) {}

    /** @param state {@code whole}, {@code gap} or {@code open}: not due yet */
    public record Cell(LocalDate date, String state, String words) {}

    List<Line> lines(ShopStatus status) {
        LocalDate today = shop.today();
        Map<DataType, List<Day>> byDataType = days.between(today.minusDays(DAYS - 1L), today, shop.zone()).stream()
                .collect(Collectors.groupingBy(Day::dataType));
        return status.dataTypes().stream()
                .map(dataType -> line(
                        dataType.standing(),
                        byDataType.getOrDefault(dataType.standing().dataType(), List.of())))
                .toList();
    }

    private Line line(Standing standing, List<Day> days) {
        Instant due = due(standing);
        return new Line(
                standing.dataType().name(),
                days.stream().map(day -> cell(standing, day, due)).toList());
    }

    private Cell cell(Standing standing, Day day, Instant due) {
        Instant gapFrom = day.gapFrom();
        String date = standing.dataType() + ", " + shop.date(day.date()) + ": ";
        if (gapFrom == null) {
            return new Cell(day.date(), "whole", date + "complete");
        }
        return gapFrom.isBefore(due)
                ? new Cell(day.date(), "gap", date + "not proven from " + shop.seconds(gapFrom) + " on")
                : new Cell(day.date(), "open", date + "not due yet");
    }

    /** Everything before this should be proven by now: what a run has tried, and what is older than two runs of the schedule. */
    private Instant due(Standing standing) {
        Instant now = clock.instant();
        Instant late = now.minus(standing.schedule().longestWaitForTwo());
        Instant tried = standing.latest()
                .filter(stream -> stream.endedAt() != null)
                .map(StreamReport::to)
                .map(to -> to.minus(LONGEST_OVERLAP))
                .orElse(late);
        return tried.isAfter(late) ? tried : late;
    }
}
