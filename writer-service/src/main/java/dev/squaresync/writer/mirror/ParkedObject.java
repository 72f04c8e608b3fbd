package dev.squaresync.writer.mirror;

import java.util.Optional;

/**
 * An object that PostgreSQL could not hold as it came.
 *
 * @param id its key, the parts joined by a colon; empty if it has none
 * @param body as it came
 * @param cleaned whether it was written with other characters; otherwise it was not written
 */
record ParkedObject(Optional<String> id, String body, String reason, boolean cleaned) {}
