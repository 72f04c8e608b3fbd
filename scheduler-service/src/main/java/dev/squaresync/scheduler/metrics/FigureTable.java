package dev.squaresync.scheduler.metrics;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.broker.QueueState;
import dev.squaresync.scheduler.broker.Queues;
import dev.squaresync.scheduler.coverage.Watermark;
import dev.squaresync.scheduler.coverage.Watermarks;
import dev.squaresync.scheduler.sql.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the figures. */
@Component
class FigureTable {

    private static final String OUTBOX = "select count(*) as messages, min(stored_at) as oldest from outbox";
    private static final String DEAD_LETTERS =
            "select queue, count(*) as letters from dead_letters where state = 'OPEN' group by queue";

    private final JdbcClient jdbc;
    private final Watermarks watermarks;
    private final Queues queues;

    FigureTable(JdbcClient jdbc, Watermarks watermarks, Queues queues) {
        this.watermarks = watermarks;
        this.queues = queues;
        this.jdbc = jdbc;
    }

    /** All data types; they are the same as long as the service runs. */
    List<DataType> dataTypes() {
        return jdbc.sql("select data_type from schedules order by data_type")
                .query(Row.as(row -> row.dataType("data_type")))
                .list();
    }

    Figures read() {
        Outbox outbox = jdbc.sql(OUTBOX)
                .query(Row.as(row -> new Outbox(row.longNumber("messages"), row.nullableInstant("oldest"))))
                .single();
        return new Figures(provenUpTo(), outbox.messages(), outbox.oldest(), openDeadLetters(), queues());
    }

    private Map<DataType, Instant> provenUpTo() {
        Map<DataType, Instant> proven = new HashMap<>();
        for (Watermark mark : watermarks.all()) {
            Instant upTo = mark.provenUpTo();
            if (upTo != null) {
                proven.put(mark.dataType(), upTo);
            }
        }
        return proven;
    }

    private Map<String, Long> openDeadLetters() {
        return jdbc
                .sql(DEAD_LETTERS)
                .query(Row.as(row -> Map.entry(row.text("queue"), row.longNumber("letters"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, QueueState> queues() {
        return queues.all().queues().stream().collect(Collectors.toMap(QueueState::name, Function.identity()));
    }

    private record Outbox(long messages, @Nullable Instant oldest) {}
}
