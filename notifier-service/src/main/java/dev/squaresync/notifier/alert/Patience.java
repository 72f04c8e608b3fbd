package dev.squaresync.notifier.alert;

import dev.squaresync.notifier.report.ShopSettings;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What can wait for the end of the quiet hours does. */
@Component
class Patience {

    private final AlertSettings settings;
    private final ShopSettings shop;

    Patience(AlertSettings settings, ShopSettings shop) {
        this.settings = settings;
        this.shop = shop;
    }

    /**
     * When it may be said: a failure never waits, and neither does the news that one is over.
     *
     * @param worst how much the matter has mattered, which may be over now
     */
    Instant earliest(Alert alert, Severity worst, Instant now) {
        if (worst == Severity.FAILURE
                || worst == Severity.RECOVERY
                || alert.kind().equals(Alert.TEST)) {
            return now;
        }
        return settings.quietHours().endAfter(now, shop.timeZone());
    }
}
