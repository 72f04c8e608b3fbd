/** Categories, with the deleted ones. */
@NullMarked
package dev.squaresync.fetcher.square.categories;

import org.jspecify.annotations.NullMarked;
