package dev.squaresync.localstack.stack;

import dev.squaresync.localstack.process.FreePorts;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The number of each port of a stack; all are on 127.0.0.1. */
public final class Ports {

    private static final int HIGHEST = 65_535;

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * The usual numbers, changed by environment variables.
     *
     * @throws IllegalArgumentException if a variable is no port's number; the message is for a person
     */
    public static Ports usual(Map<String, String> environment) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, number(port, environment.get(port.variable())));
        }
        return new Ports(numbers);
    }

    /** Numbers that are free now, for stacks side by side. */
    public static Ports free() {
        Iterator<Integer> free = FreePorts.take(Port.values().length).iterator();
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, free.next());
        }
        return new Ports(numbers);
    }

    public int of(Port port) {
        return Objects.requireNonNull(numbers.get(port));
    }

    /** The address of an HTTP server there. */
    String http(Port port) {
        return "http://127.0.0.1:" + of(port);
    }

    private static int number(Port port, @Nullable String configured) {
        if (configured == null || configured.isBlank()) {
            return port.usual();
        }
        try {
            int number = Integer.parseInt(configured.strip());
            if (number >= 1 && number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, like a number that is too large.
        }
        throw new IllegalArgumentException(
                port.variable() + " is \"" + configured + "\"; it must be a port's number, 1 to " + HIGHEST + ".");
    }
}
