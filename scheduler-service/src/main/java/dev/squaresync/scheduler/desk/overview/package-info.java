/** The first page: can the data be trusted this morning? */
@NullMarked
package dev.squaresync.scheduler.desk.overview;

import org.jspecify.annotations.NullMarked;
