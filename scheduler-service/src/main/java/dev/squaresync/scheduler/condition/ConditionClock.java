package dev.squaresync.scheduler.condition;

import dev.squaresync.scheduler.background.BackgroundTask;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each second for what is urgent, and every ten for everything. */
@Component
class ConditionClock {

    private final BackgroundTask urgent;
    private final BackgroundTask everything;

    ConditionClock(Conditions conditions) {
        this.urgent = new BackgroundTask("Looking for urgent conditions", conditions::lookAtUrgent);
        this.everything = new BackgroundTask("Looking for conditions", conditions::look);
    }

    @Scheduled(
            initialDelayString = "${scheduler.conditions.urgent-every:1s}",
            fixedDelayString = "${scheduler.conditions.urgent-every:1s}")
    void urgent() {
        urgent.run();
    }

    @Scheduled(
            initialDelayString = "${scheduler.conditions.every:10s}",
            fixedDelayString = "${scheduler.conditions.every:10s}")
    void everything() {
        everything.run();
    }
}
