package dev.squaresync.notifier;

import dev.squaresync.message.ConditionKind;
import dev.squaresync.message.ConditionReported;
import dev.squaresync.message.ConditionReported.Part;
import dev.squaresync.message.ConditionReported.State;
import dev.squaresync.message.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What services report. */
final class Reports {

    private static final Instant SINCE = Instant.parse("2026-11-22T01:00:00Z");

    private final AtomicLong reports = new AtomicLong();

    /** @param report counted from 1 */
    static Instant at(long report) {
        return SINCE.plusMillis(report);
    }

    ConditionReported of(String kind, String which, State state, long count, String detail) {
        return new ConditionReported(
                kind,
                kind + ":" + which,
                state,
                "scheduler",
                SINCE,
                at(reports.incrementAndGet()),
                count,
                List.of(DataType.of("orders")),
                detail,
                Map.of("code", which),
                List.of(new Part("orders", "square-sync.fetcher.pages", count)));
    }

    ConditionReported deadLetters(String code, State state, long count) {
        return of(ConditionKind.DEAD_LETTERS, code, state, count, "Square answered 400 at 2026-11-22T01:00:00Z.");
    }
}
