package dev.squaresync.fetcher.square;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How Square is reached.
 *
 * @param accessToken a secret; required
 * @param baseUrl instead of the environment's own address; null or empty: not set
 * @param requestsPerSecond of this process; Square counts all programs of an account together and publishes no number
 * @param largestReply after decompression. The pages under way at once must fit into the heap.
 */
@Validated
@ConfigurationProperties("square")
record SquareSettings(
        @Nullable String accessToken,
        @DefaultValue("production") @NotNull SquareEnvironment environment,
        @Nullable String baseUrl,
        @DefaultValue("8") @Positive int requestsPerSecond,
        @DefaultValue @Valid Patience patience,
        @DefaultValue("32MB") @NotNull DataSize largestReply) {

    /**
     * How long is waited.
     *
     * @param connect for the connection
     * @param read between two pieces of a reply
     * @param deadline for one request in all, its reply included
     * @param retry before a failed request is sent again; the next wait is twice as long
     */
    record Patience(
            @DefaultValue("5s") @NotNull Duration connect,
            @DefaultValue("15s") @NotNull Duration read,
            @DefaultValue("30s") @NotNull Duration deadline,
            @DefaultValue("200ms") @NotNull Duration retry) {}

    @Override
    public String toString() {
        return "Square at " + (baseUrl == null ? environment : baseUrl);
    }
}
