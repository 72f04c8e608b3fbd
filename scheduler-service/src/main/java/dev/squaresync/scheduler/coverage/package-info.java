/** Windows, watermarks and what is proven to be in the mirror. */
@NullMarked
package dev.squaresync.scheduler.coverage;

import org.jspecify.annotations.NullMarked;
