/** The whole system from outside, through the faces that its users have. */
@NullMarked
package dev.squaresync.systemtests;

import org.jspecify.annotations.NullMarked;
