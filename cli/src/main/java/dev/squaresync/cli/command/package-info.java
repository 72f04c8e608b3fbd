/** One class for each command. */
@NullMarked
package dev.squaresync.cli.command;

import org.jspecify.annotations.NullMarked;
