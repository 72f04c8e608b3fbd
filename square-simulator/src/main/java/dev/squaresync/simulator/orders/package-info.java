/** The shop's orders: each a pure function of seed and number, with a small overlay of changes. */
@NullMarked
package dev.squaresync.simulator.orders;

import org.jspecify.annotations.NullMarked;
