package dev.squaresync.cli.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to compare with Square.
 *
 * @param dataTypes null: all that was ever synced
 * @param repair make the mirror what Square has, where it is not
 */
public record VerificationRequest(@Nullable List<String> dataTypes, boolean repair) {}
