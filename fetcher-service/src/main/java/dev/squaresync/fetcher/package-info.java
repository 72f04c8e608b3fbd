/** The fetcher: reads Square and hands its pages to the writer. */
@NullMarked
package dev.squaresync.fetcher;

import org.jspecify.annotations.NullMarked;
