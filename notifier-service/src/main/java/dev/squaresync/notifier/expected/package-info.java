/** The runs that should start: missed even when the one who should start them is dead. */
@NullMarked
package dev.squaresync.notifier.expected;

import org.jspecify.annotations.NullMarked;
