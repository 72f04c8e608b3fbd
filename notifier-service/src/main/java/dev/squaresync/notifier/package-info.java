/** Tells people how a run went. Never tells the run anything: its failures stay its own. */
@NullMarked
package dev.squaresync.notifier;

import org.jspecify.annotations.NullMarked;
