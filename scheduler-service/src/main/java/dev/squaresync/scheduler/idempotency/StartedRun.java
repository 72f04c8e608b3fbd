package dev.squaresync.scheduler.idempotency;

import java.util.UUID;

/** @param before the same request has started it earlier */
public record StartedRun(UUID runId, boolean before) {}
