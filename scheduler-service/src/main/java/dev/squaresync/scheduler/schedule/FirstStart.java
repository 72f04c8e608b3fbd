package dev.squaresync.scheduler.schedule;

import dev.squaresync.scheduler.schedule.ScheduleTable.NewSchedule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives schedules that are new, because the database or the data type is, the shop's time zone and their first due time. */
@Component
class FirstStart implements SmartInitializingSingleton {

    private final ScheduleTable schedules;
    private final ScheduleSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstStart(ScheduleTable schedules, ScheduleSettings settings, TransactionTemplate transaction, Clock clock) {
        this.schedules = schedules;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> schedules.lockNew().forEach(this::start));
    }

    private void start(NewSchedule schedule) {
        ZoneId zone = settings.zone();
        Instant due = new Cadence(schedule.cron(), zone).next(clock.instant(), null);
        schedules.start(schedule.dataType(), zone, due);
    }
}
