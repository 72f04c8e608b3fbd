package dev.squaresync.message;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a verification looks at.
 *
 * @param from start of the window, by time of change; null: the beginning of the shop's history
 * @param completeUpTo the mirror is said to hold every change up to this time: what changed later is not looked at
 * @param startedAt when the verification began: what is written to the mirror later is left alone
 * @param zone of the shop's days
 */
public record ProofScope(@Nullable Instant from, Instant completeUpTo, Instant startedAt, ZoneId zone) {}
