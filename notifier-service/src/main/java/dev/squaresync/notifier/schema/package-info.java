/** Says why the notifier's tables cannot be used. */
@NullMarked
package dev.squaresync.notifier.schema;

import org.jspecify.annotations.NullMarked;
