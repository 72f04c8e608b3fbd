package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the shop's data stands, as the scheduler shows it.
 *
 * @param dependencies what the services depend on, as they have reported it; null from a scheduler that is older
 */
public record Status(
        boolean ok,
        String verdict,
        List<DataTypeStatus> dataTypes,
        @Nullable List<Dependency> dependencies) {

    /**
     * @param completeUpTo null: nothing is proven
     * @param nextDue null while paused
     * @param attention what is wrong, as a sentence; null: nothing
     */
    public record DataTypeStatus(
            String dataType,
            @Nullable LastRun lastRun,
            @Nullable Instant lastSuccess,
            @Nullable Instant completeUpTo,
            @Nullable Instant nextDue,
            boolean paused,
            @Nullable String attention) {}

    /** @param endedAt null: it is active */
    public record LastRun(String id, String state, @Nullable Instant endedAt) {}

    /**
     * Something that a service needs.
     *
     * @param dependency such as {@code Square} or {@code PostgreSQL}
     * @param since of this state
     * @param detail why it is down; null: it is up
     */
    public record Dependency(
            String service,
            String dependency,
            boolean up,
            Instant since,
            @Nullable String detail) {}

    /** What the services wait for now. */
    public List<Dependency> outages() {
        return dependencies == null
                ? List.of()
                : dependencies.stream().filter(dependency -> !dependency.up()).toList();
    }
}
