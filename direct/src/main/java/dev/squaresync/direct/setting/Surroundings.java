package dev.squaresync.direct.setting;

import dev.squaresync.settings.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Addresses and credentials: from the environment, else from what {@code ./square-sync up} wrote on this machine. */
public final class Surroundings {

    private final Map<String, String> environment;
    private final Map<String, String> written;

    private Surroundings(Map<String, String> environment, Map<String, String> written) {
        this.environment = environment;
        this.written = written;
    }

    /**
     * @param checkout the folder in which {@code ./square-sync up} writes what it has started
     * @throws InvalidSetting if that cannot be read
     */
    public static Surroundings of(Map<String, String> environment, Path checkout) {
        return new Surroundings(environment, written(checkout.resolve(".local").resolve("endpoints.env")));
    }

    Optional<String> ofEnvironment(String name) {
        return present(environment, name);
    }

    /** What {@code ./square-sync up} wrote. */
    Optional<String> ofUp(String name) {
        return present(written, name);
    }

    public Optional<String> value(String name) {
        return ofEnvironment(name).or(() -> ofUp(name));
    }

    private static Optional<String> present(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    private static Map<String, String> written(Path file) {
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return values;
        } catch (NoSuchFileException e) {
            return values;
        } catch (IOException e) {
            throw new InvalidSetting(
                    "Cannot read " + file + " (" + e.getClass().getSimpleName()
                            + "): run this as the user who ran ./square-sync up, or set SPRING_DATASOURCE_URL and SQUARE_ACCESS_TOKEN.");
        }
    }
}
