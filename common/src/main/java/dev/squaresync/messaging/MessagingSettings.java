package dev.squaresync.messaging;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the services treat the broker.
 *
 * @param retry how failed deliveries are tried again
 * @param confirmTimeout how long to wait for the broker's confirm; longer than a restart of a broker node takes would only hold
 *     the worker
 * @param heartbeat how often an instance says that it is alive
 * @param shutdownTimeout how long a delivery under way may take to finish when the service is told to stop
 */
@Validated
@ConfigurationProperties("square-sync")
public record MessagingSettings(
        @DefaultValue Retry retry,
        @DefaultValue("10s") @NotNull Duration confirmTimeout,
        @DefaultValue("15s") @NotNull Duration heartbeat,
        @DefaultValue("25s") @NotNull Duration shutdownTimeout) {

    /**
     * @param waits the ladder: how long a failed delivery waits before each next try, rising. The wait queues are named after it;
     *     after a change the old ones stay behind, empty, and can be deleted.
     */
    public record Retry(
            @DefaultValue({"10s", "1m", "10m"}) @NotEmpty List<Duration> waits) {}
}
