/** The scheduler's API, as far as the commands of this machine need it. */
@NullMarked
package dev.squaresync.localstack.scheduler;

import org.jspecify.annotations.NullMarked;
