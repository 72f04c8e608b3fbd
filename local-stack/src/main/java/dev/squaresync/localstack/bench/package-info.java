/** Measures a sync against {@code COPY} of the same rows, as ratios within one run on one machine. */
@NullMarked
package dev.squaresync.localstack.bench;

import org.jspecify.annotations.NullMarked;
