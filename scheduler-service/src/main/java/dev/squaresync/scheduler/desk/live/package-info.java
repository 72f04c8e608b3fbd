/** Keeps open pages up to date: each area is rendered once for all who look at it, and sent when it has changed. */
@NullMarked
package dev.squaresync.scheduler.desk.live;

import org.jspecify.annotations.NullMarked;
