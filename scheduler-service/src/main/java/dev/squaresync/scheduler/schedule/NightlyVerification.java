package dev.squaresync.scheduler.schedule;

import dev.squaresync.scheduler.background.BackgroundTask;
import dev.squaresync.scheduler.run.VerificationStarter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each night, after the sync, has the mirror compared with Square. What was missed is made up for. */
@Component
class NightlyVerification {

    private final VerificationStarter verifications;
    private final VerificationSettings settings;
    private final ScheduleSettings shop;
    private final Clock clock;
    private final BackgroundTask task = new BackgroundTask("Starting the nightly verification", this::startIfDue);

    NightlyVerification(
            VerificationStarter verifications, VerificationSettings settings, ScheduleSettings shop, Clock clock) {
        this.verifications = verifications;
        this.settings = settings;
        this.shop = shop;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "10s")
    void tick() {
        task.run();
    }

    private void startIfDue() {
        LocalTime time = settings.time();
        if (time != null) {
            verifications.startNightly(latest(time), shop.zone());
        }
    }

    /** The latest moment of which the shop's clocks said, or should have said, that time. */
    private Instant latest(LocalTime time) {
        ZoneId zone = shop.zone();
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime today = now.toLocalDate().atTime(time).atZone(zone);
        return today.isAfter(now)
                ? now.toLocalDate().minusDays(1).atTime(time).atZone(zone).toInstant()
                : today.toInstant();
    }
}
