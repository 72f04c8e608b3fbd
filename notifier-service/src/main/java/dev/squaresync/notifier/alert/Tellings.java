package dev.squaresync.notifier.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands what is due to the channels: one by one as long as that is not too much, and as one digest beyond. */
@Component
class Tellings {

    private static final Logger LOG = LoggerFactory.getLogger(Tellings.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final AlertTable alerts;
    private final Outlet outlet;
    private final Digest digest;
    private final AlertSettings settings;
    private final Patience patience;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Tellings(
            AlertTable alerts,
            Outlet outlet,
            Digest digest,
            AlertSettings settings,
            Patience patience,
            TransactionTemplate transaction,
            Clock clock) {
        this.alerts = alerts;
        this.outlet = outlet;
        this.digest = digest;
        this.settings = settings;
        this.patience = patience;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${notifier.alerts.look-every:500ms}")
    void tellDue() {
        try {
            transaction.executeWithoutResult(status -> tell(clock.instant()));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What is due cannot be told now, but later: {}", e.getMessage());
        }
    }

    private void tell(Instant now) {
        // A digest counts what was told: two notifiers that told at the same time would count past each other.
        alerts.lock("tellings");
        List<OpenAlert> all = alerts.lockDue(now).stream()
                .filter(alert -> !waitsForMorning(alert, now))
                .toList();
        // Somebody waits for a test, however much has been said.
        all.stream().filter(OpenAlert::isTest).forEach(test -> tell(test, now));
        List<OpenAlert> due = all.stream().filter(alert -> !alert.isTest()).toList();
        long left = settings.mostAnHour() - outlet.toldSince(now.minus(HOUR));
        due.stream().limit(Math.max(0, left)).forEach(alert -> tell(alert, now));
        List<OpenAlert> tooMany = due.stream().skip(Math.max(0, left)).toList();
        if (!tooMany.isEmpty()) {
            tellTogether(tooMany, now);
        }
    }

    private void tell(OpenAlert open, Instant now) {
        outlet.store(open.id(), open.tellings() + 1, open.alert(), now);
        alerts.told(open.id(), now);
    }

    private void tellTogether(List<OpenAlert> tooMany, Instant now) {
        Instant next = outlet.latestDigest().plus(pause(tooMany));
        if (next.isAfter(now)) {
            tooMany.forEach(open -> alerts.postpone(open.id(), next));
            return;
        }
        outlet.store(UUID.randomUUID(), 1, digest.of(tooMany, now), now);
        tooMany.forEach(open -> alerts.told(open.id(), now));
    }

    /** However much has been said within the hour, a failure that is new must not stay unknown for long. */
    private Duration pause(List<OpenAlert> alerts) {
        return alerts.stream().anyMatch(open -> open.alert().severity() == Severity.FAILURE)
                ? settings.failuresEvery()
                : settings.digestEvery();
    }

    private boolean waitsForMorning(OpenAlert open, Instant now) {
        Instant earliest = patience.earliest(open.alert(), open.worst(), now);
        if (!earliest.isAfter(now)) {
            return false;
        }
        alerts.postpone(open.id(), earliest);
        return true;
    }
}
