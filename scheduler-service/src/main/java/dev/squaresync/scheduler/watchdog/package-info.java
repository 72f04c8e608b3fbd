/** Helps on, or ends, what does not move any more. */
@NullMarked
package dev.squaresync.scheduler.watchdog;

import org.jspecify.annotations.NullMarked;
