/** Where Square and the database are, from the environment or from what ./square-sync up has started. */
@NullMarked
package dev.squaresync.direct.setting;

import org.jspecify.annotations.NullMarked;
