/** The commands and their options. */
@NullMarked
package dev.squaresync.direct.command;

import org.jspecify.annotations.NullMarked;
