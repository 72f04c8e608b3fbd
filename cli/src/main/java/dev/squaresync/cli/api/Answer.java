package dev.squaresync.cli.api;

/**
 * What the scheduler answered.
 *
 * @param json as it came, for scripts
 */
public record Answer<T>(T value, String json) {}
