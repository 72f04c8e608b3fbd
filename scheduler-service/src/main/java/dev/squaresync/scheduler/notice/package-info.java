/** What people were told. */
@NullMarked
package dev.squaresync.scheduler.notice;

import org.jspecify.annotations.NullMarked;
