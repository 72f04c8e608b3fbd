package dev.squaresync.writer.mirror;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import java.time.Instant;

/** A page was written for the first time; published in its transaction. */
public record PageWritten(DataType dataType, PageCounts counts, Instant fetchedAt) {}
