/** The page of who has done what. */
@NullMarked
package dev.squaresync.scheduler.desk.audit;

import org.jspecify.annotations.NullMarked;
