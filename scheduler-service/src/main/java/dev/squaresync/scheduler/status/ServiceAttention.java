package dev.squaresync.scheduler.status;

import dev.squaresync.scheduler.deadletter.DeadLetterFilter;
import dev.squaresync.scheduler.deadletter.DeadLetterGroup;
import dev.squaresync.scheduler.deadletter.DeadLetters;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.dependency.DownDependency;
import dev.squaresync.scheduler.schedule.ScheduleSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what a person should look at that is not about one data type. */
@Component
class ServiceAttention {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final DependencyReports dependencies;
    private final DeadLetters deadLetters;
    private final ScheduleSettings settings;
    private final Clock clock;

    ServiceAttention(DependencyReports dependencies, DeadLetters deadLetters, ScheduleSettings settings, Clock clock) {
        this.dependencies = dependencies;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sentences; none: nothing is wrong. */
    List<String> sentences() {
        return Stream.concat(dependencies.down().stream().map(this::of), open().stream())
                .toList();
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
