/** Orders and their parts. */
@NullMarked
package dev.squaresync.writer.mirror.orders;

import org.jspecify.annotations.NullMarked;
