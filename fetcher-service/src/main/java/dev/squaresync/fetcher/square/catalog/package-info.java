/** Catalog: items and their variations, with the deleted ones. */
@NullMarked
package dev.squaresync.fetcher.square.catalog;

import org.jspecify.annotations.NullMarked;
