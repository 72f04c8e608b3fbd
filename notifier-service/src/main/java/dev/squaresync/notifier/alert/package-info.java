/** What a person should know: from when it comes up until it is over, counted instead of repeated. */
@NullMarked
package dev.squaresync.notifier.alert;

import org.jspecify.annotations.NullMarked;
