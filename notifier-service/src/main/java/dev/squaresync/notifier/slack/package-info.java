/** Slack, by an incoming webhook. */
@NullMarked
package dev.squaresync.notifier.slack;

import org.jspecify.annotations.NullMarked;
