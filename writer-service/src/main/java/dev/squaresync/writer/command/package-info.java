/** What the scheduler asks the writer to do with what the mirror holds. */
@NullMarked
package dev.squaresync.writer.command;

import org.jspecify.annotations.NullMarked;
