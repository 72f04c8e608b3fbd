/** Programs of this repository, run as processes of their own. */
@NullMarked
package dev.squaresync.localstack.service;

import org.jspecify.annotations.NullMarked;
