/** Items and their variations. */
@NullMarked
package dev.squaresync.writer.mirror.catalog;

import org.jspecify.annotations.NullMarked;
