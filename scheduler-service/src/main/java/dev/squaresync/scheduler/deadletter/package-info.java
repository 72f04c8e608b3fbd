/** Messages that were given up: kept, shown, sent back to their queues or discarded. */
@NullMarked
package dev.squaresync.scheduler.deadletter;

import org.jspecify.annotations.NullMarked;
