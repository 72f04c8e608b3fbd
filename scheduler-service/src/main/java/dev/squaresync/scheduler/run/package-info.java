/** Runs and their streams: how they start, move and end. */
@NullMarked
package dev.squaresync.scheduler.run;

import org.jspecify.annotations.NullMarked;
