/** The operator's commands. They know the scheduler's REST API and nothing else of the system; only the doctor looks behind it. */
@NullMarked
package dev.squaresync.cli;

import org.jspecify.annotations.NullMarked;
