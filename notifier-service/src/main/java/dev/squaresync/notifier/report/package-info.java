/** What is told about a run, in words and figures, whatever way it travels. */
@NullMarked
package dev.squaresync.notifier.report;

import org.jspecify.annotations.NullMarked;
