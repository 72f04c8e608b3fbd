package dev.squaresync.scheduler.schedule;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.audit.Audit;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The schedules, which are also the list of the data types that there are. */
@Component
public class Schedules {

    private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

    private static final Comparator<Schedule> MOST_URGENT_FIRST =
            Comparator.comparing(Schedule::priority).thenComparing(Schedule::dataType);

    private final ScheduleTable schedules;
    private final Audit audit;
    private final Clock clock;

    Schedules(ScheduleTable schedules, Audit audit, Clock clock) {
        this.schedules = schedules;
        this.audit = audit;
        this.clock = clock;
    }

    /** All schedules, most urgent first. */
    public List<Schedule> all() {
        return schedules.all().stream().sorted(MOST_URGENT_FIRST).toList();
    }

    /** The schedule of the data type with this name; empty also if the name could not be one. */
    public Optional<Schedule> find(String dataType) {
        return schedules.all().stream()
                .filter(schedule -> schedule.dataType().name().equals(dataType))
                .findFirst();
    }

    /** The latest skipped firing of each data type that has one. */
    public List<SkippedFiring> latestSkipped() {
        return schedules.latestSkipped();
    }

    /**
     * Changes a schedule; when it is due next is computed anew if its times have changed or its pause has ended.
     *
     * @param who asked for it
     * @return the schedule afterwards; empty if there is no such data type
     * @throws IllegalArgumentException if the schedule would make no sense
     */
    @Transactional
    public Optional<Schedule> change(DataType dataType, ScheduleChange change, String who) {
        Instant now = clock.instant();
        Optional<Schedule> changed = schedules.lock(dataType).map(schedule -> schedule.with(change, now));
        changed.ifPresent(schedule -> {
            schedules.update(schedule);
            audit.record(who, "schedule.change", dataType.name(), change.inWords());
            LOG.info("Schedule of {} changed by {}: {}", dataType, who, change.inWords());
        });
        return changed;
    }

    /**
     * What a schedule would be after a change; nothing is changed.
     *
     * @return empty if there is no such data type
     * @throws IllegalArgumentException if the schedule would make no sense
     */
    public Optional<Schedule> preview(DataType dataType, ScheduleChange change) {
        Instant now = clock.instant();
        return find(dataType.name()).map(schedule -> schedule.with(change, now));
    }

    static List<Schedule> mostUrgentFirst(List<Schedule> schedules) {
        return schedules.stream().sorted(MOST_URGENT_FIRST).toList();
    }
}
