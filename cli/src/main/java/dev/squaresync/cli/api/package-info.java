/** The scheduler's REST API as the commands need it. */
@NullMarked
package dev.squaresync.cli.api;

import org.jspecify.annotations.NullMarked;
