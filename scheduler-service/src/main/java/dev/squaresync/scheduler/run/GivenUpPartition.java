package dev.squaresync.scheduler.run;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Failure;
import java.time.Instant;

/**
 * A partition that was given up.
 *
 * @param healed it is whole after all
 */
public record GivenUpPartition(DataType dataType, String label, Failure failure, Instant at, boolean healed) {}
