package dev.squaresync.scheduler.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.squaresync.scheduler.deadletter.DeadLetterContent;
import dev.squaresync.scheduler.deadletter.DeadLetterReport;
import java.util.Map;

/** A dead letter with its content, as {@link DeadLetterContent} has it. */
record DeadLetterDetail(
        @JsonUnwrapped DeadLetterReport report,
        Map<String, String> headers,
        String payload,
        long payloadBytes,
        boolean truncated) {

    static DeadLetterDetail of(DeadLetterContent content) {
        return new DeadLetterDetail(
                content.report(), content.headers(), content.payload(), content.payloadBytes(), content.truncated());
    }
}
