/** The shop's locations. */
@NullMarked
package dev.squaresync.simulator.locations;

import org.jspecify.annotations.NullMarked;
