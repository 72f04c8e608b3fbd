/** What the services report, in words for people. */
@NullMarked
package dev.squaresync.notifier.condition;

import org.jspecify.annotations.NullMarked;
