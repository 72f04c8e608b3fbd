/** The REST API. */
@NullMarked
package dev.squaresync.scheduler.api;

import org.jspecify.annotations.NullMarked;
