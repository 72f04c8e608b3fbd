package dev.squaresync.scheduler.broker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queues of the broker, asked for at most every two seconds, whoever many look. */
@Component
public class Queues {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final ManagementApi api;
    private final Clock clock;
    private @Nullable QueuesReport latest;

    Queues(ManagementApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Never fails: a broker that does not answer is a report that says so. */
    public synchronized QueuesReport all() {
        QueuesReport known = latest;
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.asOf().plus(FRESH)) || now.isBefore(known.asOf())) {
            known = ask(now);
            latest = known;
        }
        return known;
    }

    private QueuesReport ask(Instant now) {
        try {
            return new QueuesReport(null, api.queues(), now);
        } catch (BrokerNotReachable e) {
            return new QueuesReport(e.getMessage(), List.of(), now);
        }
    }
}
