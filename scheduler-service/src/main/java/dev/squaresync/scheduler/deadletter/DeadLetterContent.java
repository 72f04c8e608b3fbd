package dev.squaresync.scheduler.deadletter;

import java.util.Map;

/**
 * What is in a dead letter.
 *
 * @param start the body's beginning, at most {@link #MOST_BYTES}
 * @param bytes the size of the whole body
 */
public record DeadLetterContent(DeadLetterReport report, Map<String, String> headers, byte[] start, long bytes) {

    /** How much of a body is shown. */
    public static final int MOST_BYTES = 64 * 1024;
}
