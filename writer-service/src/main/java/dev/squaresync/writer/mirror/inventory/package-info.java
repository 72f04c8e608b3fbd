/** Inventory counts. */
@NullMarked
package dev.squaresync.writer.mirror.inventory;

import org.jspecify.annotations.NullMarked;
