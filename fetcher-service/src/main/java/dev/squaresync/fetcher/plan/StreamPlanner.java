package dev.squaresync.fetcher.plan;

import dev.squaresync.fetcher.cancellation.CancelledStreams;
import dev.squaresync.fetcher.failure.OnTheLadder;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.fetcher.square.SquareResources;
import dev.squaresync.fetcher.square.Window;
import dev.squaresync.message.FetchPage;
import dev.squaresync.message.Partition;
import dev.squaresync.message.Purpose;
import dev.squaresync.message.RunKind;
import dev.squaresync.message.StreamPlanned;
import dev.squaresync.message.SyncRequested;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Cuts a requested stream into partitions, asks for the first page of each, and says so. */
@Component
class StreamPlanner {

    private static final Logger LOG = LoggerFactory.getLogger(StreamPlanner.class);

    private final SquareResources resources;
    private final ConfirmedPublisher publisher;
    private final CancelledStreams cancelled;

    StreamPlanner(SquareResources resources, ConfirmedPublisher publisher, CancelledStreams cancelled) {
        this.cancelled = cancelled;
        this.resources = resources;
        this.publisher = publisher;
    }

    @RabbitListener(queues = "#{@streamsToPlanQueue.name()}", containerFactory = "streamsToPlan")
    void plan(SyncRequested request) {
        if (cancelled.has(request.runId(), request.dataType())) {
            return;
        }
        List<Partition> partitions = OnTheLadder.run(() -> partitions(request));
        // In this order: a plan that was announced, but whose pages nobody asked for, would stay open for ever if it
        // came out
        // differently after a crash. Pages without a plan do no harm.
        publisher.publish(firstPages(request, partitions));
        publisher.publish(announcement(request, partitions));
        LOG.info("run {}: {} is read in {} partitions", request.runId(), request.dataType(), partitions.size());
    }

    private List<Partition> partitions(SyncRequested request) {
        SquareResource whole = resources.of(request.dataType());
        SquareResource resource = isOnlySeen(request) ? whole.sightings() : whole;
        return resource.plan(new Window(request.from(), request.to()));
    }

    private static boolean isOnlySeen(SyncRequested request) {
        return request.kind() == RunKind.VERIFY;
    }

    private static List<Outgoing> firstPages(SyncRequested request, List<Partition> partitions) {
        Purpose purpose = isOnlySeen(request) ? Purpose.SIGHT : Purpose.MIRROR;
        return partitions.stream()
                .map(partition -> new Outgoing(
                        Topology.FETCHER_EXCHANGE,
                        Topology.fetchPageKey(request.dataType()),
                        FetchPage.first(request.runId(), request.dataType(), partition, purpose)))
                .toList();
    }

    private static Outgoing announcement(SyncRequested request, List<Partition> partitions) {
        return new Outgoing(
                Topology.FETCHER_EXCHANGE,
                Topology.streamPlannedKey(request.dataType()),
                new StreamPlanned(request.runId(), request.dataType(), partitions));
    }
}
