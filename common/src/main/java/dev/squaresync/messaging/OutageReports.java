package dev.squaresync.messaging;

import dev.squaresync.dependency.Outage;
import dev.squaresync.dependency.OutageListener;
import dev.squaresync.message.DependencyReported;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the scheduler about outages, so that people see them in one place. A report that is lost is followed by another. */
final class OutageReports implements OutageListener {

    private static final Logger LOG = LoggerFactory.getLogger(OutageReports.class);

    private final ServiceInstance instance;
    private final ConfirmedPublisher publisher;
    private final Clock clock;

    OutageReports(ServiceInstance instance, ConfirmedPublisher publisher, Clock clock) {
        this.instance = instance;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void began(Outage outage) {
        report(outage, false);
    }

    @Override
    public void goesOn(Outage outage) {
        report(outage, false);
    }

    @Override
    public void ended(Outage outage) {
        report(outage, true);
    }

    private void report(Outage outage, boolean up) {
        DependencyReported report = new DependencyReported(
                instance.service(),
                instance.name(),
                outage.dependency(),
                up,
                outage.since(),
                outage.detail(),
                clock.instant());
        try {
            publisher.publish(
                    new Outgoing(Topology.exchangeOf(instance.service()), Topology.DEPENDENCY_REPORTED_KEY, report));
        } catch (PublishFailed e) {
            LOG.debug("Not reported: {}", e.getMessage());
        }
    }
}
