/** Other HTTP APIs than the scheduler's. */
@NullMarked
package dev.squaresync.cli.doctor.web;

import org.jspecify.annotations.NullMarked;
