package dev.squaresync.cli.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to sync.
 *
 * @param dataTypes null: all
 * @param since a date or an instant; null: as scheduled, or all if {@code full}
 * @param full the whole history
 * @param force cancel what is active of the same data types; the other data types of those runs go on
 * @param requestedBy null: the name that belongs to the token
 */
public record RunRequest(
        @Nullable List<String> dataTypes,
        @Nullable String since,
        boolean full,
        boolean force,
        @Nullable String requestedBy) {}
