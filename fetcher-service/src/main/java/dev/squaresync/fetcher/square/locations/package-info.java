/** Locations: one short list. */
@NullMarked
package dev.squaresync.fetcher.square.locations;

import org.jspecify.annotations.NullMarked;
