/** The pages of dead letters: their causes, what is in them, and what people decide about them. */
@NullMarked
package dev.squaresync.scheduler.desk.deadletters;

import org.jspecify.annotations.NullMarked;
