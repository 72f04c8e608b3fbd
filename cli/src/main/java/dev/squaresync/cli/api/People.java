package dev.squaresync.cli.api;

import java.time.Instant;
import java.util.List;

/** Who may sign in, beside the admin of the scheduler's settings. */
public record People(List<Person> people) {

    /** @param role viewer or operator */
    public record Person(String name, String role, Instant createdAt, String createdBy, Instant passwordChangedAt) {}
}
