package dev.squaresync.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageProperties;

/** The trace that a message belongs to, which travels in its header {@code traceparent} (W3C, "Trace Context"). */
public final class MessageTrace {

    static final String HEADER = "traceparent";

    private static final int DIGITS_OF_A_SPAN = 16;

    private final Tracer tracer;
    private final Propagator propagator;

    MessageTrace(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** The trace of a new run: the one of who asks for it, such as an HTTP request; if there is none, the run's id names it. */
    public String ofRun(UUID runId) {
        String current = current();
        if (current != null) {
            return current;
        }
        String digits = runId.toString().replace("-", "");
        return "00-" + digits + "-" + digits.substring(digits.length() - DIGITS_OF_A_SPAN) + "-01";
    }

    /** As a {@code traceparent}; null: nothing is traced here. */
    @Nullable
    String current() {
        TraceContext context = tracer.currentTraceContext().context();
        if (context == null || context.traceId().isEmpty()) {
            return null;
        }
        boolean sampled = !Boolean.FALSE.equals(context.sampled());
        return "00-" + context.traceId() + "-" + context.spanId() + (sampled ? "-01" : "-00");
    }

    /** A message goes out: in the trace that it names, else in the current one. */
    void continueIn(MessageProperties message, @Nullable String traceparent) {
        String parent = traceparent == null ? current() : traceparent;
        if (parent != null) {
            message.setHeader(HEADER, parent);
        }
    }

    /** The work on a delivery, as a part of its message's trace. */
    Span delivery(Message message) {
        MessageProperties properties = message.getMessageProperties();
        return propagator
                .extract(properties, (headers, name) -> headers.getHeader(name) instanceof String value ? value : null)
                .kind(Span.Kind.CONSUMER)
                .name("process " + properties.getConsumerQueue())
                .start();
    }

    Tracer.SpanInScope with(Span span) {
        return tracer.withSpan(span);
    }

    /** The current delivery failed, whatever becomes of its message. */
    void failed(Exception failure) {
        Span span = tracer.currentSpan();
        if (span != null) {
            span.error(failure);
        }
    }
}
