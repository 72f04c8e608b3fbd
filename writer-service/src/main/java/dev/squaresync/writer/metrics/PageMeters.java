package dev.squaresync.writer.metrics;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageCounts;
import dev.squaresync.writer.mirror.PageWritten;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts what was committed, and how old it was: a page that is delivered again, or rolled back, is not counted. */
@Component
class PageMeters {

    private final MeterRegistry registry;
    private final Clock clock;

    PageMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @TransactionalEventListener
    void committed(PageWritten page) {
        DataType dataType = page.dataType();
        PageCounts counts = page.counts();
        count(dataType, "inserted", counts.inserted());
        count(dataType, "updated", counts.updated());
        count(dataType, "unchanged", counts.unchanged());
        count(dataType, "deleted", counts.deleted());
        count(dataType, "parked", counts.parked());
        Timer.builder("square_sync.lag")
                .description("From Square's answer to the commit of the page in the mirror; counts the committed pages")
                .tag("data_type", dataType.name())
                .register(registry)
                .record(Duration.between(page.fetchedAt(), clock.instant()));
    }

    private void count(DataType dataType, String outcome, int rows) {
        Counter.builder("square_sync.rows")
                .description("Square's objects in committed pages, by what became of them")
                .tag("data_type", dataType.name())
                .tag("outcome", outcome)
                .register(registry)
                .increment(rows);
    }
}
