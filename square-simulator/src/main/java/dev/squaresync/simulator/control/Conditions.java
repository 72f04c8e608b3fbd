package dev.squaresync.simulator.control;

/** Under which the API answers: how slow, how often, what happens to the shop meanwhile, and how the token is. */
public record Conditions(
        Latency latency, RateLimit rateLimit, Traffic traffic, PendingChanges pendingChanges, TokenFacts token) {}
