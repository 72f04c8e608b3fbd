package dev.squaresync.scheduler.deadletter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters are on their way back to their queues.
 *
 * @param replaying how many
 * @param job follows them; null: there are none
 */
public record ReplayStarted(int replaying, @Nullable UUID job) {}
