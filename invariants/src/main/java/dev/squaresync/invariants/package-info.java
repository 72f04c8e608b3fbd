/** What must always hold, as SQL: an operator's check of a live system, and the end of every test with faults. */
@NullMarked
package dev.squaresync.invariants;

import org.jspecify.annotations.NullMarked;
