/** The scheduler's tables as a whole. */
@NullMarked
package dev.squaresync.scheduler.schema;

import org.jspecify.annotations.NullMarked;
