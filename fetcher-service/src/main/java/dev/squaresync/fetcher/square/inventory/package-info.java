/** Inventory counts: by location. */
@NullMarked
package dev.squaresync.fetcher.square.inventory;

import org.jspecify.annotations.NullMarked;
