package dev.squaresync.scheduler.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time whose changes were proven to be in the mirror and are not any more, because a run was rolled back.
 *
 * @param from null: the beginning of the shop's history
 */
public record Gap(@Nullable Instant from, Instant to) {}
