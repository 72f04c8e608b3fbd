package dev.squaresync.writer.mirror;

import org.jspecify.annotations.Nullable;

/**
 * A row as a rehearsed run leaves it.
 *
 * @param id the object's key, its parts joined by a colon
 * @param before what the mirror holds, in JSON; null: no such object
 * @param after what it would hold, in JSON
 * @param deleted whether it would count as deleted at Square
 */
public record Rehearsed(String table, String id, @Nullable String before, String after, boolean deleted) {}
