/** Finds the scheduler and the token. */
@NullMarked
package dev.squaresync.cli.connection;

import org.jspecify.annotations.NullMarked;
