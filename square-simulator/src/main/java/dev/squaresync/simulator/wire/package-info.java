/** What goes over the wire: pages, replies, and Square's errors. */
@NullMarked
package dev.squaresync.simulator.wire;

import org.jspecify.annotations.NullMarked;
