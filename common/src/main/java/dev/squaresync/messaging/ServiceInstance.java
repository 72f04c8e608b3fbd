package dev.squaresync.messaging;

import java.time.Instant;

/**
 * Who this process is.
 *
 * @param service such as {@code fetcher}
 * @param name tells instances of the same service apart
 */
record ServiceInstance(String service, String name, String version, Instant startedAt) {

    /** @param application as in {@code spring.application.name}, such as {@code fetcher-service} */
    static ServiceInstance ofThisProcess(String application, String version, Instant startedAt) {
        String host = System.getenv().getOrDefault("HOSTNAME", "local");
        return new ServiceInstance(
                application.replace("-service", ""),
                host + ":" + ProcessHandle.current().pid(),
                version,
                startedAt);
    }
}
