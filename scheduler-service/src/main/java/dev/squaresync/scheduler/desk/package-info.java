/** The admin's desk: the pages. What they all share is here; each page has a package of its own. */
@NullMarked
package dev.squaresync.scheduler.desk;

import org.jspecify.annotations.NullMarked;
