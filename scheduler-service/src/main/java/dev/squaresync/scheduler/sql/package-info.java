/** SQL statements kept in files of their own. */
@NullMarked
package dev.squaresync.scheduler.sql;

import org.jspecify.annotations.NullMarked;
