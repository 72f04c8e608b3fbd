package dev.squaresync.messaging;

import org.springframework.amqp.rabbit.support.ListenerExecutionFailedException;
import org.springframework.amqp.support.converter.MessageConversionException;

/**
 * Why a delivery failed.
 *
 * @param code for programs
 * @param reason a sentence for people
 */
record Fault(String code, String reason) {

    private static final int LONGEST_REASON = 500;

    static Fault of(Throwable failure) {
        Throwable cause = cause(failure);
        return new Fault(code(cause), reason(cause));
    }

    /** What the listener threw, without what the container wraps around it. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ListenerExecutionFailedException && cause != null ? cause(cause) : failure;
    }

    private static String code(Throwable cause) {
        if (cause instanceof CodedFailure coded) {
            return coded.code();
        }
        return cause instanceof MessageConversionException ? "unreadable-message" : "unexpected-failure";
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.length() > LONGEST_REASON ? message.substring(0, LONGEST_REASON) + "…" : message;
    }
}
