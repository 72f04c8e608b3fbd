package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamState;
import java.time.Instant;
import java.util.UUID;

/** A stream that has not ended yet. */
public record ActiveStream(UUID runId, DataType dataType, StreamState state, Instant requestedAt) {}
