/** The shop's inventory counts. */
@NullMarked
package dev.squaresync.simulator.inventory;

import org.jspecify.annotations.NullMarked;
