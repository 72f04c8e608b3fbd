/**
 * A real database and a real broker for the tests of the modules. One server of each kind is started when a test first
 * asks for it and ends with the test's JVM; each test class asks for a database or virtual host of its own.
 */
@NullMarked
package dev.squaresync.testsupport;

import org.jspecify.annotations.NullMarked;
