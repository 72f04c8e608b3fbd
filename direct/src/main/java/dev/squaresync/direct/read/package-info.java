/** Reads partitions side by side, page after page, into a destination. */
@NullMarked
package dev.squaresync.direct.read;

import org.jspecify.annotations.NullMarked;
