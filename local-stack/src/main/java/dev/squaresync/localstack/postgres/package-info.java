/** A PostgreSQL server of one's own, and the database that the services find in it. */
@NullMarked
package dev.squaresync.localstack.postgres;

import org.jspecify.annotations.NullMarked;
