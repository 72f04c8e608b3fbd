package dev.squaresync.messaging;

/** A message with its address. */
public record Outgoing(String exchange, String routingKey, Object message) {}
