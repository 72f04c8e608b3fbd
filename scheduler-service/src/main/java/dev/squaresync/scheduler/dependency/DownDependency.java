package dev.squaresync.scheduler.dependency;

import java.time.Instant;

/**
 * Something that a service needs and cannot reach now.
 *
 * @param service such as {@code fetcher}
 * @param dependency such as {@code Square}
 * @param detail a sentence for people
 */
public record DownDependency(String service, String dependency, Instant since, String detail) {}
