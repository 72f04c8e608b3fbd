package dev.squaresync.scheduler.watchdog;

import dev.squaresync.scheduler.background.BackgroundTask;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every five seconds whether something does not move any more. */
@Component
class WatchdogClock {

    private final BackgroundTask watching;

    WatchdogClock(Watchdog watchdog) {
        this.watching = new BackgroundTask("Watching the streams", watchdog::look);
    }

    @Scheduled(fixedDelayString = "5s")
    void tick() {
        watching.run();
    }
}
