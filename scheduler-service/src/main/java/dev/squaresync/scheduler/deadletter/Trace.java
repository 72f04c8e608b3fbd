package dev.squaresync.scheduler.deadletter;

import dev.squaresync.messaging.DeadLetter;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace that a dead letter belongs to. */
final class Trace {

    private static final String HEADER = "traceparent";

    /** W3C, "Trace Context", 3.2: version, trace id, parent id, flags. */
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** 32 hexadecimal digits: what the message says, or else its run's id; null: neither is known. */
    static @Nullable String of(DeadLetter letter, @Nullable UUID runId) {
        Matcher said = TRACEPARENT.matcher(letter.headers().getOrDefault(HEADER, ""));
        if (said.matches()) {
            return said.group(1);
        }
        return runId == null ? null : runId.toString().replace("-", "");
    }
}
