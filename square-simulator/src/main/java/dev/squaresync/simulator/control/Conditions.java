package dev.squaresync.simulator.control;

/** Under which the API answers: how slow, how often, and what happens to the shop meanwhile. */
public record Conditions(Latency latency, RateLimit rateLimit, Traffic traffic, PendingChanges pendingChanges) {}
