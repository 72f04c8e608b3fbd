/** What a run would change, without changing it. */
@NullMarked
package dev.squaresync.direct.dryrun;

import org.jspecify.annotations.NullMarked;
