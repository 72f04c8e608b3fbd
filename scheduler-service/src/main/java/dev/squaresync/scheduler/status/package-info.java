/** How the shop's data stands and what a person should look at; pages and API say the same. */
@NullMarked
package dev.squaresync.scheduler.status;

import org.jspecify.annotations.NullMarked;
