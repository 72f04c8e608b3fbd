/** What a person should know, from its beginning to its end: found in the rows, and said to the notifier. */
@NullMarked
package dev.squaresync.scheduler.condition;

import org.jspecify.annotations.NullMarked;
