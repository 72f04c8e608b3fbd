package dev.squaresync.writer.page;

import dev.squaresync.message.PageCommitted;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.Purpose;
import dev.squaresync.messaging.ConfirmedPublisher;
import dev.squaresync.messaging.Outgoing;
import dev.squaresync.messaging.Topology;
import dev.squaresync.writer.mirror.Mirror;
import dev.squaresync.writer.mirror.PageNotWritten;
import dev.squaresync.writer.mirror.PageReceipt;
import dev.squaresync.writer.mirror.UnreadablePage;
import dev.squaresync.writer.mirror.Verifications;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Writes a page, says so, and only then lets go of the delivery: a crash in between repeats it, to the same effect. */
@Component
class PageListener {

    private final Mirror mirror;
    private final Verifications verifications;
    private final ConfirmedPublisher publisher;

    PageListener(Mirror mirror, Verifications verifications, ConfirmedPublisher publisher) {
        this.mirror = mirror;
        this.verifications = verifications;
        this.publisher = publisher;
    }

    @RabbitListener(queues = "#{pagesToWriteQueue}", containerFactory = "pagesToWrite")
    void write(PageFetched page) {
        PageReceipt receipt = receiptFor(page);
        publisher.publish(new Outgoing(
                Topology.WRITER_EXCHANGE,
                Topology.pageCommittedKey(page.page().dataType()),
                new PageCommitted(page.fetchId(), page.page(), page.link(), receipt.counts(), receipt.committedAt())));
    }

    private PageReceipt receiptFor(PageFetched page) {
        try {
            return page.purpose() == Purpose.MIRROR ? mirror.write(page) : verifications.keep(page);
        } catch (UnreadablePage e) {
            throw new PageRefused(e);
        } catch (PageNotWritten e) {
            throw new PagePostponed(e);
        }
    }
}
