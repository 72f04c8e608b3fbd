package dev.squaresync.writer.mirror;

import dev.squaresync.message.PageCounts;
import dev.squaresync.message.PageFetched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The receipts of committed pages. */
@Component
class Receipts {

    private static final String FIND = SqlFile.read("find-receipt.sql");
    private static final String ADD = SqlFile.read("add-receipt.sql");

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    Receipts(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    Optional<PageReceipt> find(UUID fetchId) {
        return database.sql(FIND)
                .param("fetchId", fetchId)
                .query(Receipts::receipt)
                .optional();
    }

    void add(Batch batch, Outcome outcome) {
        PageFetched page = batch.page();
        PageCounts counts = outcome.counts();
        database.sql(ADD)
                .param("fetchId", page.fetchId())
                .param("runId", page.page().runId())
                .param("dataType", page.page().dataType().name())
                .param("partitionId", page.page().partitionId())
                .param("scan", page.page().scan())
                .param("number", page.page().number())
                .param("inserted", counts.inserted())
                .param("updated", counts.updated())
                .param("unchanged", counts.unchanged())
                .param("deleted", counts.deleted())
                .param("parked", counts.parked())
                .param("confirmed", outcome.confirmed().toArray(Long[]::new))
                .param("seen", batch.type().isListedWhole() ? outcome.seen().toArray(String[]::new) : null)
                .param("fetchedAt", page.fetchedAt().atOffset(ZoneOffset.UTC))
                .param("committedAt", batch.syncedAt().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new PageWritten(page.page().dataType(), counts, page.fetchedAt()));
    }

    private static PageReceipt receipt(ResultSet row, int rowNumber) throws SQLException {
        return new PageReceipt(
                new PageCounts(
                        row.getInt("inserted"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("deleted"),
                        row.getInt("parked")),
                row.getObject("committed_at", OffsetDateTime.class).toInstant());
    }
}
