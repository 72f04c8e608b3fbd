/** What the whole shop grows from: its settings, dice, ids, times and the way they are written as JSON. */
@NullMarked
package dev.squaresync.simulator.seed;

import org.jspecify.annotations.NullMarked;
