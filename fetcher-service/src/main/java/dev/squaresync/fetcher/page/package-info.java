/** Fetches one page for each message. */
@NullMarked
package dev.squaresync.fetcher.page;

import org.jspecify.annotations.NullMarked;
