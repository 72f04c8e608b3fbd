package dev.squaresync.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A message with its address.
 *
 * @param traceparent the trace that it continues, as W3C writes it; null: the one in which it is published
 */
public record Outgoing(
        String exchange,
        String routingKey,
        Object message,
        @Nullable String traceparent) {

    public Outgoing(String exchange, String routingKey, Object message) {
        this(exchange, routingKey, message, null);
    }
}
