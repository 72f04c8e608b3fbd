/** What can go wrong between a client and Square, on request. */
@NullMarked
package dev.squaresync.simulator.fault;

import org.jspecify.annotations.NullMarked;
