package dev.squaresync.cli.connection;

import java.util.Map;
import java.util.Optional;

/**
 * The addresses and credentials of what is around the scheduler: from the environment, else, if {@code ./square-sync up} started
 * that scheduler, from what it wrote. The database of another scheduler is not the one that {@code up} started.
 */
public final class Surroundings {

    private final Map<String, String> environment;
    private final Map<String, String> written;

    Surroundings(Map<String, String> environment, Map<String, String> written) {
        this.environment = environment;
        this.written = written;
    }

    public Optional<String> value(String name) {
        return ofEnvironment(name).or(() -> ofUp(name));
    }

    public Optional<String> ofEnvironment(String name) {
        return value(environment, name);
    }

    /** What {@code ./square-sync up} wrote. */
    public Optional<String> ofUp(String name) {
        return value(written, name);
    }

    /** Of the same origin as another, so that no credentials go to an address that they do not belong to. */
    public Optional<String> beside(String address, String name) {
        return ofEnvironment(address).isPresent() ? ofEnvironment(name) : ofUp(name);
    }

    private static Optional<String> value(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }
}
