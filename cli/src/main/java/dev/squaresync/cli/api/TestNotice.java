package dev.squaresync.cli.api;

/**
 * A test of all channels.
 *
 * @param mark what the subject of each notice contains
 */
public record TestNotice(String mark) {}
