/** The service that owns the mirror of Square's data. */
@NullMarked
package dev.squaresync.writer;

import org.jspecify.annotations.NullMarked;
