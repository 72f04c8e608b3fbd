package dev.squaresync.message;

import java.util.UUID;

/**
 * The scheduler has every page of a verification's stream: what was seen of Square is to be compared with what the mirror holds.
 *
 * @param scope what is looked at
 */
public record ComparisonRequested(UUID runId, DataType dataType, ProofScope scope) {}
