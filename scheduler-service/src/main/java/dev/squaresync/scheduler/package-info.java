/** Decides what is synced when, follows every run to its end, and tells how it went. */
@NullMarked
package dev.squaresync.scheduler;

import org.jspecify.annotations.NullMarked;
