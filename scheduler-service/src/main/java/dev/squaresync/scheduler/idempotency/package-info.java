/** Requests that may be sent again without starting anything twice. */
@NullMarked
package dev.squaresync.scheduler.idempotency;

import org.jspecify.annotations.NullMarked;
