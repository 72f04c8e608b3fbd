package dev.squaresync.scheduler.security;

import dev.squaresync.settings.InvalidSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in. There are no defaults: a service with a well-known password would be an open door.
 *
 * @param apiToken for programs, as a bearer token
 * @param adminUser the name of the person who can always sign in
 * @param sessionTimeout how long somebody may be away before they have to sign in again
 */
@ConfigurationProperties("scheduler")
record SecuritySettings(
        @DefaultValue("") String apiToken,
        @DefaultValue("") String adminUser,
        @DefaultValue("") String adminPassword,
        @DefaultValue("8h") Duration sessionTimeout) {

    private static final int SHORTEST_SECRET = 12;
    private static final Duration SHORTEST_SESSION = Duration.ofMinutes(1);
    private static final Duration LONGEST_SESSION = Duration.ofDays(30);

    SecuritySettings {
        requireSecret("SCHEDULER_API_TOKEN", apiToken);
        requireSecret("SCHEDULER_ADMIN_PASSWORD", adminPassword);
        if (adminUser.isBlank() || adminUser.contains(":")) {
            throw new InvalidSetting(
                    "SCHEDULER_ADMIN_USER is not set or has a colon in it: set it to the admin's name.");
        }
        if (sessionTimeout.compareTo(SHORTEST_SESSION) < 0 || sessionTimeout.compareTo(LONGEST_SESSION) > 0) {
            throw new InvalidSetting(
                    "SCHEDULER_SESSION_TIMEOUT is " + sessionTimeout + ": set it between 1m and 30d, such as 8h.");
        }
    }

    private static void requireSecret(String name, String secret) {
        if (secret.isBlank()) {
            throw new InvalidSetting(name + " is not set: set it to a secret of at least " + SHORTEST_SECRET
                    + " characters; the scheduler does not start without one.");
        }
        if (secret.length() < SHORTEST_SECRET) {
            throw new InvalidSetting(
                    name + " is too short: set it to a secret of at least " + SHORTEST_SECRET + " characters.");
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SecuritySettings[adminUser=" + adminUser + "]";
    }
}
