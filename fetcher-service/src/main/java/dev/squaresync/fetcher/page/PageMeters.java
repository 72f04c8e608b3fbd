package dev.squaresync.fetcher.page;

import dev.squaresync.message.DataType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the pages that were read from Square. */
final class PageMeters {

    private final MeterRegistry registry;

    PageMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** A page that has to be read again, after a crash or because it could not be published, is counted again. */
    void fetched(DataType dataType) {
        count(dataType, "fetched");
    }

    /** Square no longer knew the cursor, so that the partition starts again. */
    void cursorExpired(DataType dataType) {
        count(dataType, "cursor-expired");
    }

    private void count(DataType dataType, String outcome) {
        Counter.builder("square_sync.pages")
                .description("Pages asked for at Square, by what came of it")
                .tag("data_type", dataType.name())
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }
}
