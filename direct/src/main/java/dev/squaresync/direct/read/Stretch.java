package dev.squaresync.direct.read;

import dev.squaresync.message.DataType;
import dev.squaresync.message.Partition;

/**
 * What is left to read of one partition.
 *
 * @param from where to go on
 */
public record Stretch(DataType dataType, Partition partition, Position from) {}
