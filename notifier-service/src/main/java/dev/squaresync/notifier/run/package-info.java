/** Listens for runs that have ended. */
@NullMarked
package dev.squaresync.notifier.run;

import org.jspecify.annotations.NullMarked;
