/** What a monitoring system should know of the runs and the data, as numbers that are counted from rows. */
@NullMarked
package dev.squaresync.scheduler.metrics;

import org.jspecify.annotations.NullMarked;
