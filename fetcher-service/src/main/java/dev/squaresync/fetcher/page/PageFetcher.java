package dev.squaresync.fetcher.page;

import dev.squaresync.fetcher.cancellation.CancelledStreams;
import dev.squaresync.fetcher.failure.OnTheLadder;
import dev.squaresync.fetcher.square.CursorExpired;
import dev.squaresync.fetcher.square.SquarePage;
import dev.squaresync.fetcher.square.SquareResource;
import dev.squaresync.fetcher.square.SquareResources;
import dev.squaresync.message.FetchPage;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.annotation.RabbitListener;

/** Fetches one page for each message, hands it on, and asks for the next. */
class PageFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(PageFetcher.class);

    private final SquareResources resources;
    private final PageMessages messages;
    private final ConfirmedPublisher publisher;
    private final CancelledStreams cancelled;
    private final PageMeters meters;
    private final int mostScans;

    PageFetcher(
            SquareResources resources,
            PageMessages messages,
            ConfirmedPublisher publisher,
            CancelledStreams cancelled,
            PageMeters meters,
            int mostScans) {
        this.resources = resources;
        this.messages = messages;
        this.publisher = publisher;
        this.cancelled = cancelled;
        this.meters = meters;
        this.mostScans = mostScans;
    }

    @RabbitListener(queues = "#{@pagesToFetchQueue.name()}", containerFactory = "pagesToFetch")
    void fetch(FetchPage request) {
        if (cancelled.has(request.runId(), request.dataType())) {
            return;
        }
        publisher.publish(OnTheLadder.run(() -> answer(request)));
    }

    private List<Outgoing> answer(FetchPage request) {
        SquareResource whole = resources.of(request.dataType());
        return switch (request.purpose()) {
            case MIRROR -> page(whole, request);
            case SIGHT -> page(whole.sightings(), request);
            case LOOK_UP -> lookUp(whole, request);
        };
    }

    private List<Outgoing> lookUp(SquareResource resource, FetchPage request) {
        List<String> ids = request.partition().slice().objectIds();
        List<SquarePage> answers = resource.lookUp(ids);
        LOG.info(
                "run {}: {}, {}: looked up",
                request.runId(),
                request.dataType(),
                request.partition().label());
        meters.fetched(request.dataType());
        return messages.ofLookUp(request, answers);
    }

    private List<Outgoing> page(SquareResource resource, FetchPage request) {
        try {
            SquarePage page = resource.read(request.partition().slice(), request.cursor());
            LOG.info(
                    "run {}: {}, {}, page {}: {} kB",
                    request.runId(),
                    request.dataType(),
                    request.partition().label(),
                    request.number(),
                    page.body().size() / 1000);
            meters.fetched(request.dataType());
            return messages.of(request, page);
        } catch (CursorExpired e) {
            return List.of(nextScan(request, e));
        }
    }

    private Outgoing nextScan(FetchPage request, CursorExpired expired) {
        if (request.scan() >= mostScans) {
            throw new CursorKeepsExpiring(request.scan(), expired);
        }
        meters.cursorExpired(request.dataType());
        LOG.warn(
                "run {}: {}, {}: the cursor expired before page {}; the partition is read again from its start",
                request.runId(),
                request.dataType(),
                request.partition().label(),
                request.number());
        return messages.nextScan(request);
    }
}
