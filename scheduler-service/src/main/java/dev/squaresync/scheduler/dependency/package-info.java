/** What the services report about the things they need. */
@NullMarked
package dev.squaresync.scheduler.dependency;

import org.jspecify.annotations.NullMarked;
