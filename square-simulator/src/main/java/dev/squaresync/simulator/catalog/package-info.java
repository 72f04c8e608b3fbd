/** The shop's catalog: items, variations, categories and the objects around them, with their deletions. */
@NullMarked
package dev.squaresync.simulator.catalog;

import org.jspecify.annotations.NullMarked;
