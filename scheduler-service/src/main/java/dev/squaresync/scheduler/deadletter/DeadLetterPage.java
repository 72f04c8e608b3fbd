package dev.squaresync.scheduler.deadletter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of dead letters, the newest first.
 *
 * @param total how many there are in all
 * @param next the id that the next older ones come before; null: there are none
 */
public record DeadLetterPage(
        List<DeadLetterReport> deadLetters,
        long total,
        @Nullable UUID next) {}
