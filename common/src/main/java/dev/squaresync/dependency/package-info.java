/** What a service cannot work without, and what it does while that is down: pause, tell, probe, go on. */
@NullMarked
package dev.squaresync.dependency;

import org.jspecify.annotations.NullMarked;
