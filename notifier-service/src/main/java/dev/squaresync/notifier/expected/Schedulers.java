package dev.squaresync.notifier.expected;

import dev.squaresync.notifier.report.ShopSettings;
import dev.squaresync.notifier.report.ShopTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether a scheduler is alive, by its signs of life. */
@Component
public class Schedulers {

    /** A scheduler gives a sign of life every few seconds. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Clock clock;
    private final ShopTime time;
    private final Instant startedAt;
    private volatile @Nullable Instant heardAt;

    Schedulers(Clock clock, ShopSettings shop) {
        this.clock = clock;
        this.time = new ShopTime(shop.timeZone());
        this.startedAt = clock.instant();
    }

    public void seen() {
        heardAt = clock.instant();
    }

    /** A sentence that stays the same as long as nothing changes. */
    String inWords() {
        Instant last = heardAt;
        if (last == null) {
            return "No scheduler has been heard of since the notifier was started, " + time.at(startedAt) + ".";
        }
        return last.plus(SILENCE).isBefore(clock.instant())
                ? "No scheduler has been heard of since " + time.at(last) + "."
                : "A scheduler is alive, but has not started it.";
    }
}
