package dev.squaresync.scheduler.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.squaresync.scheduler.deadletter.DeadLetterContent;
import dev.squaresync.scheduler.deadletter.DeadLetterReport;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A dead letter with its content.
 *
 * @param payload the body's text, or its beginning; U+FFFD stands for what is no text
 * @param payloadBytes the size of the whole body
 * @param truncated the body goes on
 */
record DeadLetterDetail(
        @JsonUnwrapped DeadLetterReport report,
        Map<String, String> headers,
        String payload,
        long payloadBytes,
        boolean truncated) {

    static DeadLetterDetail of(DeadLetterContent content) {
        boolean truncated = content.bytes() > content.start().length;
        return new DeadLetterDetail(
                content.report(), content.headers(), text(content.start(), truncated), content.bytes(), truncated);
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
