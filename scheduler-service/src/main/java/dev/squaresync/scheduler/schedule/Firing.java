package dev.squaresync.scheduler.schedule;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.run.ActiveStream;
import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.run.RunStarter;
import dev.squaresync.scheduler.run.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts one run for all data types that are due. The run and the next due times are one transaction under the lock of all
 * starts: so several schedulers start one run together, and a crash neither loses nor doubles it.
 */
@Component
class Firing {

    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

    /** How long what is due waits for a run of all of it that somebody has just asked for. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ScheduleTable schedules;
    private final RunStarter runs;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Firing(ScheduleTable schedules, RunStarter runs, TransactionTemplate transaction, Clock clock) {
        this.schedules = schedules;
        this.runs = runs;
        this.transaction = transaction;
        this.clock = clock;
    }

    void fireDue() {
        if (schedules.anyDue(clock.instant())) {
            transaction.executeWithoutResult(status -> fire());
        }
    }

    private void fire() {
        // No other start may come between the look at the active streams and this start; and no row lock that others
        // skip:
        // two schedulers would share the due rows out and start a run each.
        runs.lockStarts();
        Instant now = clock.instant();
        List<Schedule> due = schedules.lockDue(now);
        Map<DataType, ActiveStream> active = active(due);
        if (waitsForVerification(active) || waitsForRunOfAll(due, active, now)) {
            return;
        }
        List<Schedule> free = new ArrayList<>();
        for (Schedule schedule : due) {
            ActiveStream inTheWay = active.get(schedule.dataType());
            if (inTheWay == null) {
                free.add(schedule);
            } else {
                skip(schedule, inTheWay, now);
            }
            schedules.update(schedule.fired(now));
        }
        start(free);
    }

    /** A comparison brings nothing new: what is due must not be lost for it. It has its own limits, so the wait has an end. */
    private static boolean waitsForVerification(Map<DataType, ActiveStream> active) {
        return active.values().stream().anyMatch(stream -> stream.kind() == RunKind.VERIFY);
    }

    /** Somebody who asks for everything at the time of a firing must not cost the day its own run: that follows. */
    private boolean waitsForRunOfAll(List<Schedule> due, Map<DataType, ActiveStream> active, Instant now) {
        Set<DataType> wanted = due.stream().map(Schedule::dataType).collect(Collectors.toSet());
        boolean fresh = due.stream().allMatch(schedule -> schedule.isDueSince(now.minus(PATIENCE)));
        return fresh
                && active.values().stream()
                        .map(ActiveStream::runId)
                        .distinct()
                        .anyMatch(runId -> runs.dataTypes(runId).containsAll(wanted));
    }

    private Map<DataType, ActiveStream> active(List<Schedule> due) {
        if (due.isEmpty()) {
            return Map.of();
        }
        return runs.activeStreams(due.stream().map(Schedule::dataType).toList()).stream()
                .collect(Collectors.toMap(ActiveStream::dataType, Function.identity()));
    }

    private void start(List<Schedule> free) {
        if (free.isEmpty()) {
            return;
        }
        runs.start(NewRun.sync(
                Trigger.SCHEDULE,
                "schedule",
                Schedules.mostUrgentFirst(free).stream().map(Schedule::policy).toList(),
                Reach.AS_SCHEDULED,
                false));
    }

    private void skip(Schedule schedule, ActiveStream active, Instant now) {
        String reason = "Run " + active.runId() + ", requested at " + active.requestedAt() + ", was still active.";
        LOG.warn("{} was due at {} and is skipped: {}", schedule.dataType(), schedule.nextDueAt(), reason);
        schedules.recordSkipped(schedule, reason, active.runId(), now);
    }
}
