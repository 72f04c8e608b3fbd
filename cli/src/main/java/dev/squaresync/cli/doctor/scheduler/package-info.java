/** What the scheduler knows, and whether the services live. */
@NullMarked
package dev.squaresync.cli.doctor.scheduler;

import org.jspecify.annotations.NullMarked;
