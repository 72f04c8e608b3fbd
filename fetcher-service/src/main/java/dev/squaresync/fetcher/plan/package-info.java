/** Cuts a stream into partitions. */
@NullMarked
package dev.squaresync.fetcher.plan;

import org.jspecify.annotations.NullMarked;
