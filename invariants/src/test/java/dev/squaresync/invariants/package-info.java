@NullMarked
package dev.squaresync.invariants;

import org.jspecify.annotations.NullMarked;
