/** What syncs have brought: too little for a weekday, and the week as a whole. */
@NullMarked
package dev.squaresync.notifier.figures;

import org.jspecify.annotations.NullMarked;
