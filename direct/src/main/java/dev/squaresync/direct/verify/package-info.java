/** Compares the mirror with Square, and repairs it. */
@NullMarked
package dev.squaresync.direct.verify;

import org.jspecify.annotations.NullMarked;
