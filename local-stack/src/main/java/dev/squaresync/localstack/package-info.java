/** The commands that start and stop the whole system on one machine. */
@NullMarked
package dev.squaresync.localstack;

import org.jspecify.annotations.NullMarked;
