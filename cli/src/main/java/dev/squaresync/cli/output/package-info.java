/** What a person or a script sees. */
@NullMarked
package dev.squaresync.cli.output;

import org.jspecify.annotations.NullMarked;
