/** What the access token may do at Square. */
@NullMarked
package dev.squaresync.cli.doctor.square;

import org.jspecify.annotations.NullMarked;
