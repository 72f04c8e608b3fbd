/** Finding what happened in a range of time without holding what happened in memory. */
@NullMarked
package dev.squaresync.simulator.timeline;

import org.jspecify.annotations.NullMarked;
