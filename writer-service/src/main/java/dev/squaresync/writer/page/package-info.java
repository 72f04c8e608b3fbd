/** Pages on their way: taken from the broker, handed to the mirror, answered. */
@NullMarked
package dev.squaresync.writer.page;

import org.jspecify.annotations.NullMarked;
