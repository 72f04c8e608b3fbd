/** Mails: composed, sent, and remembered so that none is sent twice. */
@NullMarked
package dev.squaresync.notifier.mail;

import org.jspecify.annotations.NullMarked;
