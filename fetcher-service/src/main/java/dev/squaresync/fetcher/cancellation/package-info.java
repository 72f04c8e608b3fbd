/** Knows the streams that nobody wants any more, so that their requests are dropped. */
@NullMarked
package dev.squaresync.fetcher.cancellation;

import org.jspecify.annotations.NullMarked;
