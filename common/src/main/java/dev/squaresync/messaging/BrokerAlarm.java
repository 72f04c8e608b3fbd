package dev.squaresync.messaging;

import com.rabbitmq.client.BlockedListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the broker, short of memory or disk, has stopped reading what we publish (RabbitMQ, "Blocked Connections"). Sending
 * more would fill the socket and then hang.
 */
final class BrokerAlarm implements ConnectionListener, BlockedListener, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerAlarm.class);

    private volatile @Nullable String reason;

    /** Why the broker takes nothing; null: it does. */
    @Nullable
    String reason() {
        return reason;
    }

    @Override
    public void onCreate(@Nullable Connection connection) {
        reason = null;
        if (connection != null) {
            connection.addBlockedListener(this);
        }
    }

    @Override
    public void handleBlocked(String why) {
        LOG.warn("The broker has raised an alarm and takes no messages: {}", why);
        reason = why;
    }

    @Override
    public void handleUnblocked() {
        LOG.info("The broker's alarm is over.");
        reason = null;
    }

    @Override
    public Health health() {
        String why = reason;
        return why == null
                ? Health.up().build()
                : Health.status(new Status("DEGRADED")).withDetail("alarm", why).build();
    }
}
