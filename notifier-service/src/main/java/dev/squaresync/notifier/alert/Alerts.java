package dev.squaresync.notifier.alert;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What goes on that a person should know. Everything here only stores, in the caller's transaction: what is to be said, and when,
 * follows from the rows.
 */
@Service
public class Alerts {

    private final AlertTable table;
    private final AlertSettings settings;
    private final Patience patience;
    private final Outlet outlet;
    private final Clock clock;

    Alerts(AlertTable table, AlertSettings settings, Patience patience, Outlet outlet, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.patience = patience;
        this.outlet = outlet;
        this.clock = clock;
    }

    /** It goes on: it is told when it has settled, and told again, as a digest, when it has changed since. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void raise(Alert alert) {
        table.lock(alert.cause());
        Instant now = clock.instant();
        OpenAlert open = table.open(alert.cause());
        if (open == null) {
            table.insert(alert, now, now.plus(settings.settle()));
        } else if (!open.alert().equals(alert)) {
            table.update(open.id(), alert, now, due(open, now));
        }
    }

    /** It is over. If people were told, they are told that, too; if they were not yet, they need not know. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void clear(String cause, String headline, String happened) {
        table.lock(cause);
        OpenAlert open = table.open(cause);
        if (open == null) {
            return;
        }
        Instant now = clock.instant();
        table.close(open.id(), now);
        if (open.toldAt() != null) {
            table.update(open.id(), open.alert().over(headline, List.of(happened)), now, now);
        }
    }

    /** Told once, at once: what has come to its end when it is told. The same cause is not told a second time. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void tell(Alert alert) {
        table.lock(alert.cause());
        if (table.isKnown(alert.cause())) {
            return;
        }
        Instant now = clock.instant();
        table.insert(alert, now, now);
        table.closeAll(alert.cause(), now);
    }

    /**
     * Told at once, in a thread of the caller's: what has come to its end when it is told, and of which more may be told later.
     *
     * @param number the first telling of the thread has 1
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public void tell(UUID thread, int number, Alert alert) {
        outlet.store(thread, number, alert, patience.earliest(alert, alert.severity(), clock.instant()));
    }

    /** Whether it was ever raised or told. */
    public boolean isKnown(String cause) {
        return table.isKnown(cause);
    }

    private @Nullable Instant due(OpenAlert open, Instant now) {
        if (open.toldAt() == null) {
            Instant settled = now.plus(settings.settle());
            Instant latest = open.openedAt().plus(settings.longestSettle());
            return settled.isBefore(latest) ? settled : latest;
        }
        Instant digest = open.toldAt().plus(settings.digestEvery());
        return digest.isAfter(now) ? digest : now;
    }
}
