/** The page of the parts of the system and how they are. */
@NullMarked
package dev.squaresync.scheduler.desk.system;

import org.jspecify.annotations.NullMarked;
