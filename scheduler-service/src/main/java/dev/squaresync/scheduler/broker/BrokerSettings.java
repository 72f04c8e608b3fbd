package dev.squaresync.scheduler.broker;

import dev.squaresync.settings.InvalidSetting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where RabbitMQ's management API is.
 *
 * @param managementUrl empty: people see no queues
 * @param managementUsername a user with the tag {@code monitoring} or more
 */
@ConfigurationProperties("scheduler.rabbitmq")
record BrokerSettings(
        @DefaultValue("") String managementUrl,
        @DefaultValue("") String managementUsername,
        @DefaultValue("") String managementPassword) {

    BrokerSettings {
        if (!managementUrl.isEmpty() && !isHttp(managementUrl)) {
            throw new InvalidSetting("SCHEDULER_RABBITMQ_MANAGEMENT_URL is '" + managementUrl
                    + "': set it to an address such as http://rabbitmq:15672.");
        }
    }

    private static boolean isHttp(String url) {
        try {
            String scheme = URI.create(url).getScheme();
            return "http".equals(scheme) || "https".equals(scheme);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "BrokerSettings[" + managementUrl + "]";
    }
}
