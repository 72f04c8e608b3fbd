package dev.squaresync.scheduler.deadletter;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is in a dead letter, for people's eyes: secrets are replaced by {@code [redacted]}.
 *
 * @param payload the body's text, or its beginning; U+FFFD stands for what is no text
 * @param payloadBytes the size of the whole body
 * @param truncated the body goes on
 */
public record DeadLetterContent(
        DeadLetterReport report, Map<String, String> headers, String payload, long payloadBytes, boolean truncated) {

    /** How much of a body is shown. */
    static final int MOST_BYTES = 64 * 1024;

    /**
     * @param start the body's beginning, at most {@link #MOST_BYTES}
     * @param bytes the size of the whole body
     */
    static DeadLetterContent of(DeadLetterReport report, Map<String, String> headers, byte[] start, long bytes) {
        boolean truncated = bytes > start.length;
        return new DeadLetterContent(
                report, Redacted.headers(headers), Redacted.text(text(start, truncated)), bytes, truncated);
    }

    /** A character that the cut has gone through is left out. */
    private static String text(byte[] bytes, boolean truncated) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        decoder.decode(ByteBuffer.wrap(bytes), text, !truncated);
        return text.flip().toString();
    }
}
