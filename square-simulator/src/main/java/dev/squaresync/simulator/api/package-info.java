/** Square's API, as strict as Square. */
@NullMarked
package dev.squaresync.simulator.api;

import org.jspecify.annotations.NullMarked;
