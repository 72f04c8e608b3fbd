/** Who has done what. */
@NullMarked
package dev.squaresync.scheduler.audit;

import org.jspecify.annotations.NullMarked;
