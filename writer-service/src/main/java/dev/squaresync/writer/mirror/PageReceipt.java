package dev.squaresync.writer.mirror;

import dev.squaresync.message.PageCounts;
import java.time.Instant;

/** Proof that a page was committed, the same however often it is asked for. */
public record PageReceipt(PageCounts counts, Instant committedAt) {}
