/** The mirror of Square's data in PostgreSQL. Knows nothing of messaging: it serves a process without a broker as well. */
@NullMarked
package dev.squaresync.writer.mirror;

import org.jspecify.annotations.NullMarked;
