/** The page of people and tokens. */
@NullMarked
package dev.squaresync.scheduler.desk.access;

import org.jspecify.annotations.NullMarked;
