/** What a failure means to the retry ladder and to the run. */
@NullMarked
package dev.squaresync.fetcher.failure;

import org.jspecify.annotations.NullMarked;
