package dev.squaresync.writer.disk;

import dev.squaresync.message.ConditionKind;
import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.ConditionReported.State;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.PublishFailed;
import dev.squaresync.messaging.Topology;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells the notifier when the mirror's disk is nearly full, and when it is so no more. */
@Component
class DiskReports {

    private static final Logger LOG = LoggerFactory.getLogger(DiskReports.class);

    /** So much below what is nearly full it is over: a disk that hovers there is not told each minute. */
    private static final int OVER_BELOW = 3;

    private final Disk disk;
    private final DiskSettings settings;
    private final ConfirmedPublisher publisher;
    private final Clock clock;

    /** Null: nothing yet. */
    private @Nullable State said;

    DiskReports(Disk disk, DiskSettings settings, ConfirmedPublisher publisher, Clock clock) {
        this.disk = disk;
        this.settings = settings;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${mirror.disk.look-every:1m}", fixedDelayString = "${mirror.disk.look-every:1m}")
    void look() {
        try {
            disk.fills().stream().max(Comparator.comparingInt(Fill::percent)).ifPresent(this::compare);
        } catch (DataAccessException | UncheckedIOException e) {
            LOG.info("How full the mirror's disk is cannot be seen now: {}", e.getMessage());
        } catch (PublishFailed e) {
            LOG.info("How full the mirror's disk is will be told later: {}", e.getMessage());
        }
    }

    private void compare(Fill fullest) {
        boolean full = fullest.percent() >= settings.nearlyFull();
        boolean over = fullest.percent() < settings.nearlyFull() - OVER_BELOW;
        if (full && said != State.RAISED) {
            LOG.warn("{}", fullest.inWords());
            say(State.RAISED, fullest);
        } else if (said == null ? !full : over && said == State.RAISED) {
            say(State.CLEARED, fullest);
        }
    }

    private void say(State state, Fill fill) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        publisher.publish(new Outgoing(
                Topology.WRITER_EXCHANGE,
                Topology.CONDITION_REPORTED_KEY,
                new ConditionReported(
                        ConditionKind.DISK_NEARLY_FULL,
                        ConditionKind.DISK_NEARLY_FULL,
                        state,
                        "writer",
                        now,
                        now,
                        1,
                        List.of(),
                        fill.inWords(),
                        Map.of(),
                        List.of())));
        said = state;
    }
}
