/** What was said, on its way: stored before it is sent, each channel by itself, until it has arrived. */
@NullMarked
package dev.squaresync.notifier.delivery;

import org.jspecify.annotations.NullMarked;
