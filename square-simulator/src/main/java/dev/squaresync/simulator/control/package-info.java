/** What tests and operators do to the simulator: faults, changes, limits, and the truth to compare with. */
@NullMarked
package dev.squaresync.simulator.control;

import org.jspecify.annotations.NullMarked;
