/** The next scheduled runs, said to the notifier, so that it misses those that do not start. */
@NullMarked
package dev.squaresync.scheduler.announcement;

import org.jspecify.annotations.NullMarked;
