package dev.squaresync.notifier.delivery;

import dev.squaresync.dependency.Outage;
import dev.squaresync.dependency.OutageListener;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What has waited for a channel that was down does not wait out its time when the channel is back. */
@Component
class Comeback implements OutageListener {

    private static final Logger LOG = LoggerFactory.getLogger(Comeback.class);

    private final List<Channel> channels;
    private final DeliveryTable table;
    private final Clock clock;

    Comeback(List<Channel> channels, DeliveryTable table, Clock clock) {
        this.channels = channels;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public void began(Outage outage) {}

    @Override
    public void goesOn(Outage outage) {}

    @Override
    public void ended(Outage outage) {
        channels.stream()
                .filter(channel -> outage.dependency().equals(channel.dependency()))
                .forEach(this::hasten);
    }

    private void hasten(Channel channel) {
        try {
            table.hasten(channel.name(), clock.instant());
        } catch (DataAccessException e) {
            LOG.debug("What waits for {} goes on waiting: {}", channel.name(), e.getMessage());
        }
    }
}
