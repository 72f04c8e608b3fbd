/** Reading Square. Knows nothing of messaging, so that it also works without the broker. */
@NullMarked
package dev.squaresync.fetcher.square;

import org.jspecify.annotations.NullMarked;
