package dev.squaresync.cli.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of dead letters, the newest first.
 *
 * @param total how many fit the filter in all
 * @param next the id that the next older ones come before; null: there are none
 */
public record DeadLetters(
        List<DeadLetter> deadLetters, long total, @Nullable String next) {}
