/** Processes of this machine: starting them, knowing them again later, waiting for them, ending them. */
@NullMarked
package dev.squaresync.localstack.process;

import org.jspecify.annotations.NullMarked;
