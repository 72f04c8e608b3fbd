/** The schema of the mirror, brought to the version of the service at start-up. */
@NullMarked
package dev.squaresync.writer.schema;

import org.jspecify.annotations.NullMarked;
