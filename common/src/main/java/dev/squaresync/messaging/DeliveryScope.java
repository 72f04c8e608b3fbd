package dev.squaresync.messaging;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;

/** Around everything that happens to a delivery: it continues its message's trace, and its log lines name its run. */
final class DeliveryScope implements MethodInterceptor {

    private final MessageTrace trace;

    DeliveryScope(MessageTrace trace) {
        this.trace = trace;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation delivery) throws Throwable {
        Message message = (Message) delivery.getArguments()[1];
        Span span = trace.delivery(message);
        try (Tracer.SpanInScope scope = trace.with(span)) {
            RunHeaders.log(message.getMessageProperties());
            return delivery.proceed();
        } finally {
            RunHeaders.forget();
            span.end();
        }
    }

    /** Within the advice that makes something else of a failure. */
    MethodInterceptor failures() {
        return delivery -> {
            try {
                return delivery.proceed();
            } catch (Exception e) {
                trace.failed(e);
                throw e;
            }
        };
    }
}
