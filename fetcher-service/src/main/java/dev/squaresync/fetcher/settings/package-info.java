/** What all features' settings share. */
@NullMarked
package dev.squaresync.fetcher.settings;

import org.jspecify.annotations.NullMarked;
