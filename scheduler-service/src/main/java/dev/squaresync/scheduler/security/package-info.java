/** Who may come in. */
@NullMarked
package dev.squaresync.scheduler.security;

import org.jspecify.annotations.NullMarked;
