package dev.squaresync.messaging;

import dev.squaresync.message.Concern;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.amqp.core.MessageProperties;

/**
 * Says in a message's headers which run and data type it is about, so that every line that is logged while it is worked on can
 * say so too, whether the message is readable or not.
 */
final class RunHeaders {

    static final String RUN = "square-sync-run";
    static final String DATA_TYPE = "square-sync-data-type";

    /** As in the structured log. */
    static final String LOGGED_RUN = "runId";

    static final String LOGGED_DATA_TYPE = "dataType";

    /** Nothing else gets into the log from a header: it might forge a line. */
    private static final Pattern PLAIN = Pattern.compile("[0-9a-z-]{1,40}");

    private RunHeaders() {}

    static void write(Object message, MessageProperties properties) {
        Concern.of(message).ifPresent(concern -> {
            properties.setHeader(RUN, String.valueOf(concern.runId()));
            if (concern.dataType() != null) {
                properties.setHeader(DATA_TYPE, concern.dataType().name());
            }
        });
    }

    static void log(MessageProperties properties) {
        log(LOGGED_RUN, properties.getHeader(RUN));
        log(LOGGED_DATA_TYPE, properties.getHeader(DATA_TYPE));
    }

    static void forget() {
        MDC.remove(LOGGED_RUN);
        MDC.remove(LOGGED_DATA_TYPE);
    }

    private static void log(String key, @Nullable Object header) {
        if (header instanceof String value && PLAIN.matcher(value).matches()) {
            MDC.put(key, value);
        }
    }
}
