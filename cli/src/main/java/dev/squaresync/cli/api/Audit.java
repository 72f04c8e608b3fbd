package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who has done what, the newest first.
 *
 * @param next the id that the next older entries come before; null: there are none
 */
public record Audit(List<Entry> entries, @Nullable String next) {

    /**
     * @param action such as {@code dead-letter.replay}
     * @param subject what it was done to, such as an id; null: many
     * @param detail a sentence
     */
    public record Entry(
            String id,
            Instant at,
            String who,
            String action,
            @Nullable String subject,
            @Nullable String detail) {}
}
