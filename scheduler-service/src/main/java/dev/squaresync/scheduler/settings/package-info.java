/** What all features' settings share. */
@NullMarked
package dev.squaresync.scheduler.settings;

import org.jspecify.annotations.NullMarked;
