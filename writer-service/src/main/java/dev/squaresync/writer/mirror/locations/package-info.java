/** Locations. */
@NullMarked
package dev.squaresync.writer.mirror.locations;

import org.jspecify.annotations.NullMarked;
