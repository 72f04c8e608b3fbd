/** A Square API for the desk, the tests and the benchmarks: a process of its own, or started inside a test. */
@NullMarked
package dev.squaresync.simulator;

import org.jspecify.annotations.NullMarked;
