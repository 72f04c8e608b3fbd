/** The broker as people see it. */
@NullMarked
package dev.squaresync.scheduler.broker;

import org.jspecify.annotations.NullMarked;
