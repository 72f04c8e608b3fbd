/** The people and programs that may come in, beside the admin and the token of the settings. */
@NullMarked
package dev.squaresync.scheduler.access;

import org.jspecify.annotations.NullMarked;
