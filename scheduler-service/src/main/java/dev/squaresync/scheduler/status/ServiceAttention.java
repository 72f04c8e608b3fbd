package dev.squaresync.scheduler.status;

import dev.squaresync.scheduler.deadletter.DeadLetterFilter;
import dev.squaresync.scheduler.deadletter.DeadLetterGroup;
import dev.squaresync.scheduler.deadletter.DeadLetters;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.dependency.DownDependency;
import dev.squaresync.scheduler.schedule.ScheduleSettings;
import dev.squaresync.scheduler.worker.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what a person should look at that is not about one data type. */
@Component
class ServiceAttention {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Four signs of life in a row have not come. */
    private static final Duration SILENT = Duration.ofMinutes(1);

    private static final Map<String, String> WITHOUT = Map.of(
            "fetcher", "nothing is read from Square until one runs",
            "writer", "nothing is written to the mirror until one runs",
            "notifier", "no mail is sent until one runs");

    private final DependencyReports dependencies;
    private final Workers workers;
    private final DeadLetters deadLetters;
    private final ScheduleSettings settings;
    private final Clock clock;

    ServiceAttention(
            DependencyReports dependencies,
            Workers workers,
            DeadLetters deadLetters,
            ScheduleSettings settings,
            Clock clock) {
        this.dependencies = dependencies;
        this.workers = workers;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sentences; none: nothing is wrong. */
    List<String> sentences() {
        return Stream.of(silent(), dependencies.down().stream().map(this::of), open().stream())
                .flatMap(Function.identity())
                .toList();
    }

    /** Services of which the last instance has fallen silent. One that was never heard of cannot be missed. */
    private Stream<String> silent() {
        return workers.lastSeen().entrySet().stream()
                .filter(service -> WITHOUT.containsKey(service.getKey()))
                .filter(service -> service.getValue().isBefore(clock.instant().minus(SILENT)))
                .map(service -> "No " + service.getKey() + " has been heard of since " + shopTime(service.getValue())
                        + ": " + WITHOUT.get(service.getKey()) + ".");
    }

    private Optional<String> open() {
        Map<String, Long> counts = deadLetters.groups(DeadLetterFilter.OPEN).stream()
                .collect(Collectors.groupingBy(
                        DeadLetterGroup::code, TreeMap::new, Collectors.summingLong(DeadLetterGroup::count)));
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String codes = counts.entrySet().stream()
                .map(code -> code.getValue() + " " + code.getKey())
                .collect(Collectors.joining(", "));
        return Optional.of(
                all == 1
                        ? "1 dead letter waits for a decision (" + codes + "): replay or discard it."
                        : all + " dead letters wait for a decision (" + codes + "): replay or discard them.");
    }

    private String of(DownDependency down) {
        String detail = down.detail().endsWith(".")
                ? down.detail().substring(0, down.detail().length() - 1)
                : down.detail();
        return "The " + down.service() + " cannot reach " + down.dependency() + " since " + shopTime(down.since())
                + ": " + detail + ". It goes on by itself.";
    }

    private String shopTime(Instant instant) {
        ZonedDateTime time = instant.atZone(settings.zone());
        boolean isToday = time.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), settings.zone()));
        return (isToday ? TODAY : EARLIER).format(time);
    }
}
