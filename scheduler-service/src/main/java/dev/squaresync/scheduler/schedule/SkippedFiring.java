package dev.squaresync.scheduler.schedule;

import dev.squaresync.message.DataType;
import java.time.Instant;

/**
 * A due time at which no run was started.
 *
 * @param reason why, as a sentence
 */
public record SkippedFiring(DataType dataType, Instant dueAt, String reason, Instant recordedAt) {}
