/** The broker's plumbing that every service shares: names, confirmed publishing, the retry ladder. Nothing of one service. */
@NullMarked
package dev.squaresync.messaging;

import org.jspecify.annotations.NullMarked;
