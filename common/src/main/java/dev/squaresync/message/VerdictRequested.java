package dev.squaresync.message;

import java.util.UUID;

/**
 * The scheduler has every page of the suspects of a verification: they are to be judged.
 *
 * @param scope as when they were compared
 * @param repair what is wrong is to be made what Square has
 */
public record VerdictRequested(UUID runId, DataType dataType, ProofScope scope, boolean repair) {}
