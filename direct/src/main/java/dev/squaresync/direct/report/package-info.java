/** What people and programs are told. */
@NullMarked
package dev.squaresync.direct.report;

import org.jspecify.annotations.NullMarked;
