/** Sees the mirror's disk fill up, before it is full. */
@NullMarked
package dev.squaresync.writer.disk;

import org.jspecify.annotations.NullMarked;
