package dev.squaresync.scheduler.run;

import dev.squaresync.message.RunState;
import java.time.Duration;

/**
 * A run has ended; published in the transaction that ends it.
 *
 * @param duration since its request
 * @param again it had ended before, in another state, and was healed by a replay
 */
public record RunEnded(RunState state, Duration duration, boolean again) {}
