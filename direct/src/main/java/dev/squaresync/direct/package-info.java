/** The emergency path: syncs in one process, with neither broker nor scheduler; and the dry run. */
@NullMarked
package dev.squaresync.direct;

import org.jspecify.annotations.NullMarked;
