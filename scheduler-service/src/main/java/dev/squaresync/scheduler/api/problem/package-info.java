/** Errors of the API as RFC 9457 problems. */
@NullMarked
package dev.squaresync.scheduler.api.problem;

import org.jspecify.annotations.NullMarked;
