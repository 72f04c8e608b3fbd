/** Orders: by location and by time of change. */
@NullMarked
package dev.squaresync.fetcher.square.orders;

import org.jspecify.annotations.NullMarked;
