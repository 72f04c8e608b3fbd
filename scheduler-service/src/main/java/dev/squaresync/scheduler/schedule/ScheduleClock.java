package dev.squaresync.scheduler.schedule;

import dev.squaresync.scheduler.background.BackgroundTask;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each second whether something is due. */
@Component
class ScheduleClock {

    private final BackgroundTask firing;

    ScheduleClock(Firing firing) {
        this.firing = new BackgroundTask("Firing the schedules", firing::fireDue);
    }

    @Scheduled(fixedDelayString = "1s")
    void tick() {
        firing.run();
    }
}
