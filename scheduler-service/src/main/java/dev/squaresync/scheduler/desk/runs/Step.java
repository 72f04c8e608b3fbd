package dev.squaresync.scheduler.desk.runs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step on a stream's way: request, partitions, pages, end.
 *
 * @param words what has happened; empty: nothing yet
 * @param at null: not yet
 * @param state {@code done}, {@code now}, {@code failed} or {@code open}
 */
public record Step(String name, String words, @Nullable Instant at, String state) {}
