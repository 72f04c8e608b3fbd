/** The pages of runs: the list of all, and one run while it goes on and after its end. */
@NullMarked
package dev.squaresync.scheduler.desk.runs;

import org.jspecify.annotations.NullMarked;
