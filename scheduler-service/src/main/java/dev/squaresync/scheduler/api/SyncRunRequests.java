package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.coverage.StreamPolicy;
import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.run.Trigger;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.ScheduleSettings;
import dev.squaresync.scheduler.schedule.Schedules;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes runs of what people and programs ask for, or says which field is wrong. */
@Component
class SyncRunRequests {

    private static final int LONGEST_NAME = 100;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private final Schedules schedules;
    private final ScheduleSettings settings;
    private final Clock clock;

    SyncRunRequests(Schedules schedules, ScheduleSettings settings, Clock clock) {
        this.schedules = schedules;
        this.settings = settings;
        this.clock = clock;
    }

    NewRun read(SyncRunRequest request, String signedIn) {
        return new NewRun(
                Trigger.REQUEST,
                requestedBy(request.requestedBy(), signedIn),
                policies(request.dataTypes()),
                reach(request),
                Boolean.TRUE.equals(request.force()));
    }

    private List<StreamPolicy> policies(@Nullable List<@Nullable String> names) {
        List<Schedule> all = schedules.all();
        if (names == null) {
            return all.stream().map(Schedule::policy).toList();
        }
        if (names.isEmpty()) {
            throw new InvalidField("dataTypes", "Name at least one data type, or leave the field out for all.");
        }
        for (String name : names) {
            requireKnown(name, all);
        }
        return all.stream()
                .filter(schedule -> names.contains(schedule.dataType().name()))
                .map(Schedule::policy)
                .toList();
    }

    private static void requireKnown(@Nullable String name, List<Schedule> all) {
        if (all.stream().noneMatch(schedule -> schedule.dataType().name().equals(name))) {
            String known = all.stream()
                    .map(schedule -> schedule.dataType().name())
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new InvalidField("dataTypes", "There is no data type '" + name + "'; there are: " + known + ".");
        }
    }

    private Reach reach(SyncRunRequest request) {
        boolean full = Boolean.TRUE.equals(request.full());
        String since = request.since();
        if (since == null) {
            return full ? Reach.WHOLE_HISTORY : Reach.AS_SCHEDULED;
        }
        if (full) {
            throw new InvalidField("since", "Ask for 'full' or for 'since', not for both: full has no start.");
        }
        return Reach.since(since(since));
    }

    private Instant since(String text) {
        Instant since = time(text);
        if (since.isAfter(clock.instant())) {
            throw new InvalidField("since", "'" + text + "' is in the future.");
        }
        if (since.isBefore(EARLIEST)) {
            throw new InvalidField("since", "'" + text + "' is before 2000: ask for 'full' to get the whole history.");
        }
        return since;
    }

    private Instant time(String text) {
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(settings.zone()).toInstant();
        } catch (DateTimeException e) {
            throw new InvalidField(
                    "since",
                    "'" + text + "' is neither a date such as 2026-01-31 nor a time such as 2026-01-31T00:00:00Z.");
        }
    }

    private static String requestedBy(@Nullable String given, String signedIn) {
        String name = Objects.requireNonNullElse(given, signedIn).strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new InvalidField("requestedBy", "Give 1 to " + LONGEST_NAME + " characters, or leave the field out.");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidField("requestedBy", "There are control characters in it.");
        }
        return name;
    }
}
