package dev.squaresync.notifier.expected;

import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Alerts;
import dev.squaresync.notifier.alert.Severity;
import dev.squaresync.notifier.expected.ExpectedRuns.Missed;
import dev.squaresync.notifier.report.ShopSettings;
import dev.squaresync.notifier.report.ShopTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells of runs that did not start in time, also when nobody is there who could have started them. */
@Component
class MissedRuns {

    private static final Logger LOG = LoggerFactory.getLogger(MissedRuns.class);

    private static final String CAUSE = "run-missed";

    private final ExpectedRuns runs;
    private final Schedulers schedulers;
    private final Alerts alerts;
    private final ExpectedSettings settings;
    private final ZoneId zone;
    private final ShopTime time;
    private final Clock clock;

    MissedRuns(
            ExpectedRuns runs,
            Schedulers schedulers,
            Alerts alerts,
            ExpectedSettings settings,
            ShopSettings shop,
            Clock clock) {
        this.runs = runs;
        this.schedulers = schedulers;
        this.alerts = alerts;
        this.settings = settings;
        this.zone = shop.timeZone();
        this.time = new ShopTime(shop.timeZone());
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${notifier.look-for-missed-runs-every:2s}")
    void look() {
        try {
            List<Missed> missed = runs.before(clock.instant().minus(settings.missedAfter()));
            if (missed.isEmpty()) {
                alerts.clear(
                        CAUSE,
                        "The scheduled sync is under way",
                        "What was missed has started, or is not due any more.");
            } else {
                alerts.raise(alert(missed));
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Whether a run was missed cannot be known now: {}", e.getMessage());
        }
    }

    private Alert alert(List<Missed> missed) {
        Instant first = missed.get(0).expectedAt();
        LocalDate dayBefore = first.atZone(zone).toLocalDate().minusDays(1);
        String names = missed.stream().map(Missed::dataType).distinct().collect(Collectors.joining(", "));
        return new Alert(
                "run-missed",
                CAUSE,
                Severity.FAILURE,
                "MISSED – the sync of " + time.at(first) + " has not started",
                List.of(
                        names + (missed.size() == 1 ? " was" : " were") + " to be synced at " + time.at(first) + ".",
                        schedulers.inWords()),
                List.of("What has changed in the shop since the last sync is not in yet; nothing is lost."),
                List.of("A scheduler that comes back makes up for the run by itself, once."),
                List.of(
                        "See whether the scheduler runs and reaches PostgreSQL and RabbitMQ: ./square-sync doctor.",
                        "If it cannot be brought back soon: ./square-sync direct orders --since " + dayBefore + "."),
                List.of(),
                "",
                missed.size());
    }
}
