package dev.squaresync.direct.dryrun;

import org.jspecify.annotations.Nullable;

/**
 * A field that differs.
 *
 * @param path such as {@code line_items[0].total_money.amount}
 * @param before in JSON; null: there was no such field
 * @param after in JSON; null: there is none any more
 */
public record FieldChange(
        String path, @Nullable String before, @Nullable String after) {}
