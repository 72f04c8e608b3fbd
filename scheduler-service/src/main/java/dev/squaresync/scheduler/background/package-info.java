/** Work that is done again and again without anybody asking. */
@NullMarked
package dev.squaresync.scheduler.background;

import org.jspecify.annotations.NullMarked;
