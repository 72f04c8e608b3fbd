/** Listens to what the fetcher and the writer say about the runs. */
@NullMarked
package dev.squaresync.scheduler.progress;

import org.jspecify.annotations.NullMarked;
