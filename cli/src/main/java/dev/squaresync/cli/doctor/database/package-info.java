/** What PostgreSQL says of itself, and whether what must always hold does hold. */
@NullMarked
package dev.squaresync.cli.doctor.database;

import org.jspecify.annotations.NullMarked;
