package dev.squaresync.writer.mirror;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object that Square showed.
 *
 * @param objectId Square's key, its parts joined by a colon
 * @param version null: Square told none, or the digest says more
 * @param digest null: only an entry was shown
 */
record Sighting(
        String objectId, @Nullable Long version, @Nullable UUID digest) {}
