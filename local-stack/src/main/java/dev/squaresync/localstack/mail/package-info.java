/** A mail server that delivers to nobody and keeps each mail as a file. */
@NullMarked
package dev.squaresync.localstack.mail;

import org.jspecify.annotations.NullMarked;
