package dev.squaresync.direct.setting;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a data type a sync reads.
 *
 * @param lookback the least that it goes back; null: it always reads all
 * @param completeUpTo up to where the mirror is known to be complete; null: not known
 */
public record Custom(@Nullable Duration lookback, @Nullable Instant completeUpTo) {}
