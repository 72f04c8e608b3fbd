/** Examines a live system, and says for each finding what to do. It changes nothing. */
@NullMarked
package dev.squaresync.cli.doctor;

import org.jspecify.annotations.NullMarked;
