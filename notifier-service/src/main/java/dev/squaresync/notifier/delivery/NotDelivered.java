package dev.squaresync.notifier.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A channel did not take a telling over; trying again later may help. The message is a sentence without secrets. */
public final class NotDelivered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean outage;
    private final @Nullable Duration wait;

    /**
     * @param outage whether nothing else can be delivered there now, either
     * @param wait for which the other side has asked; null: it has not
     */
    public NotDelivered(String sentence, boolean outage, @Nullable Duration wait, @Nullable Throwable cause) {
        super(sentence, cause);
        this.outage = outage;
        this.wait = wait;
    }

    boolean isOutage() {
        return outage;
    }

    @Nullable
    Duration waitAskedFor() {
        return wait;
    }
}
