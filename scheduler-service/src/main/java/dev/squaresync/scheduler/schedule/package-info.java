/** When each data type is synced, and the clock that starts runs. */
@NullMarked
package dev.squaresync.scheduler.schedule;

import org.jspecify.annotations.NullMarked;
