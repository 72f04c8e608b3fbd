/** What a direct run has done, so that it can be gone on with after being killed. */
@NullMarked
package dev.squaresync.direct.journal;

import org.jspecify.annotations.NullMarked;
