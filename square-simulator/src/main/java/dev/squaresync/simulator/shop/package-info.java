/** The shop as a whole, and the changes that it can go through while it is being read. */
@NullMarked
package dev.squaresync.simulator.shop;

import org.jspecify.annotations.NullMarked;
