/** What the notifier hears and keeps an eye on. */
@NullMarked
package dev.squaresync.notifier.watch;

import org.jspecify.annotations.NullMarked;
