package dev.squaresync.cli.connection;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the scheduler: the option, else {@code SCHEDULER_URL}, else what {@code ./square-sync up} wrote. The token is
 * {@code API_TOKEN}, else what {@code up} wrote, which goes to that scheduler only. There is no option for the token, because
 * every user of a machine sees the options of its processes.
 */
public final class Connections {

    private final Map<String, String> environment;
    private final Path checkout;

    /** @param checkout the folder in which {@code ./square-sync up} writes what it has started */
    public Connections(Map<String, String> environment, Path checkout) {
        this.environment = environment;
        this.checkout = checkout;
    }

    /**
     * @param option the address that was given as an option; null: none
     * @throws NotRunning if nothing says where the scheduler is
     * @throws WrongSetting if an address or the token is missing or not usable
     */
    public Connection find(@Nullable String option) {
        Map<String, String> written = written();
        String writtenUrl = written.get("SCHEDULER_URL");
        String url = option != null ? option : environment.getOrDefault("SCHEDULER_URL", "");
        if (url.isBlank()) {
            url = writtenUrl;
        }
        if (url == null) {
            throw new NotRunning();
        }
        boolean local = url.equals(writtenUrl);
        return new Connection(address(url), token(local ? written : Map.of(), url), local);
    }

    /** What is known of the installation besides its scheduler, whether that can be found or not. */
    public Surroundings surroundings(@Nullable String option) {
        Map<String, String> written = written();
        String url = option != null ? option : environment.getOrDefault("SCHEDULER_URL", "");
        boolean local = url.isBlank() || url.equals(written.get("SCHEDULER_URL"));
        return new Surroundings(environment, local ? written : Map.of());
    }

    private static URI address(String url) {
        try {
            URI address = URI.create(url.endsWith("/") ? url : url + "/");
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new WrongSetting("'" + url + "' is no address of a scheduler: give one such as http://localhost:8080.");
    }

    private String token(Map<String, String> written, String url) {
        String token = environment.getOrDefault("API_TOKEN", "");
        if (token.isBlank()) {
            token = written.getOrDefault("API_TOKEN", "");
        }
        if (token.isBlank()) {
            throw new WrongSetting("API_TOKEN is not set: set it to the API token of the scheduler at " + url + ".");
        }
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new WrongSetting(
                    "API_TOKEN holds characters that no token has: set it again, without spaces or line ends.");
        }
        return token;
    }

    private Map<String, String> written() {
        Path file = checkout.resolve(".local").resolve("endpoints.env");
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
            throw new WrongSetting("Cannot read " + file + " (" + e.getClass().getSimpleName()
                    + "): run this as the user who ran ./square-sync up, or set SCHEDULER_URL and API_TOKEN.");
        }
    }
}
