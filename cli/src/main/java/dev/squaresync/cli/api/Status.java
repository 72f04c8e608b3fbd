package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the shop's data stands, as the scheduler shows it.
 *
 * @param verdict all that is wrong, or that all is well
 * @param attention what is wrong and not about one data type, such as open dead letters; null from an older scheduler
 * @param dependencies what a service needs and cannot reach now; null from an older scheduler
 */
public record Status(
        boolean ok,
        String verdict,
        @Nullable List<String> attention,
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

    /** All that is wrong, a sentence each. */
    public List<String> problems() {
        return Stream.concat(
                        attention == null ? Stream.empty() : attention.stream(),
                        dataTypes.stream().map(DataTypeStatus::attention))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What the services wait for now. */
    public List<Dependency> outages() {
        return dependencies == null
                ? List.of()
                : dependencies.stream().filter(dependency -> !dependency.up()).toList();
    }
}
