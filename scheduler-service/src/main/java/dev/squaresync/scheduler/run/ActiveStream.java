package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.StreamState;
import java.time.Instant;
import java.util.UUID;

/**
 * A stream that has not ended yet.
 *
 * @param kind what its run does
 */
public record ActiveStream(UUID runId, RunKind kind, DataType dataType, StreamState state, Instant requestedAt) {}
