package dev.squaresync.message;

/**
 * Why something was given up.
 *
 * @param code stable, for programs, such as {@code square-unauthorized}
 * @param detail a sentence for people; never holds a secret
 * @param attempts how often it was tried
 */
public record Failure(String code, String detail, int attempts) {}
