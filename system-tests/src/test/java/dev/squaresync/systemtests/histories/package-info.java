/**
 * Random histories: the real services in one process, between a simulated Square and a simulated broker, while processes die,
 * publishes get lost and the shop changes. A seed makes a history; the same seed makes it again.
 */
@NullMarked
package dev.squaresync.systemtests.histories;

import org.jspecify.annotations.NullMarked;
