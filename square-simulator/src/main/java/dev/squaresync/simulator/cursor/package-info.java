/** Cursors: opaque, bound to their query, and short-lived. */
@NullMarked
package dev.squaresync.simulator.cursor;

import org.jspecify.annotations.NullMarked;
