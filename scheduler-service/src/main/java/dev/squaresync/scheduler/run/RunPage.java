package dev.squaresync.scheduler.run;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of runs, the newest first.
 *
 * @param next the id that the next older ones come before; null: there are none
 */
public record RunPage(List<RunReport> runs, @Nullable UUID next) {}
