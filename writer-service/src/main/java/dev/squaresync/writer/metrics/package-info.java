/** What the writer has done, as numbers for a monitoring system. */
@NullMarked
package dev.squaresync.writer.metrics;

import org.jspecify.annotations.NullMarked;
