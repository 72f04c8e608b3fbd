/** The pages of schedules: when what is synced, and changes with a preview. */
@NullMarked
package dev.squaresync.scheduler.desk.schedules;

import org.jspecify.annotations.NullMarked;
