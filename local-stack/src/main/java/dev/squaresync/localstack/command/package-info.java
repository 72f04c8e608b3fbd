/** What a developer types, and what is shown while it is done. */
@NullMarked
package dev.squaresync.localstack.command;

import org.jspecify.annotations.NullMarked;
