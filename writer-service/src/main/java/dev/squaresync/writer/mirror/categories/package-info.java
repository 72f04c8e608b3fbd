/** Categories. */
@NullMarked
package dev.squaresync.writer.mirror.categories;

import org.jspecify.annotations.NullMarked;
