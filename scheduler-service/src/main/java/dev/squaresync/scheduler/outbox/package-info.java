/** Messages are stored with the change that they tell of, and published from there. */
@NullMarked
package dev.squaresync.scheduler.outbox;

import org.jspecify.annotations.NullMarked;
