package dev.squaresync.notifier.delivery;

import dev.squaresync.notifier.alert.Alert;
import dev.squaresync.notifier.alert.Outlet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stores what is to be said, for each channel that is to say it. */
@Component
class Deliveries implements Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final List<Channel> channels;
    private final DeliveryTable table;

    Deliveries(List<Channel> channels, DeliveryTable table) {
        this.channels = channels;
        this.table = table;
    }

    @Override
    public void store(UUID thread, int number, Alert alert, Instant at) {
        List<Channel> sayers =
                channels.stream().filter(channel -> channel.says(alert)).toList();
        LOG.info("Telling by {}: {}", sayers.stream().map(Channel::name).toList(), alert.headline());
        sayers.forEach(channel -> table.insert(thread, number, channel.name(), alert, at));
    }

    @Override
    public long toldSince(Instant since) {
        return table.tellingsSince(OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
    }

    @Override
    public Instant latestDigest() {
        return table.latestDigest();
    }
}
