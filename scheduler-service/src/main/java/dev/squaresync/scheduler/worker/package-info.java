/** Which instances of the services are alive. */
@NullMarked
package dev.squaresync.scheduler.worker;

import org.jspecify.annotations.NullMarked;
