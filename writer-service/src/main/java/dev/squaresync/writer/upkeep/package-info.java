/** What the writer does by itself from time to time. */
@NullMarked
package dev.squaresync.writer.upkeep;

import org.jspecify.annotations.NullMarked;
