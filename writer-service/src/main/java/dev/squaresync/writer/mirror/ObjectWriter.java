package dev.squaresync.writer.mirror;

import dev.squaresync.message.PageCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes objects into their tables, all or none. PostgreSQL does the work: here an object is bytes. */
@Component
class ObjectWriter {

    private final JdbcClient database;
    private final FollowUps followUps;
    private final Map<Table, String> upserts = new ConcurrentHashMap<>();

    ObjectWriter(JdbcClient database, FollowUps followUps) {
        this.database = database;
        this.followUps = followUps;
    }

    /** @throws org.springframework.dao.DataAccessException if PostgreSQL refuses */
    Outcome write(Batch batch, List<PageObject> objects) {
        if (objects.isEmpty()) {
            return Outcome.NOTHING;
        }
        Outcome outcome = Outcome.NOTHING;
        for (Table table : batch.type().tables()) {
            outcome = outcome.plus(upsert(batch, table, objects));
        }
        if (!outcome.writtenIds().isEmpty()) {
            followUps.run(batch.type(), outcome.writtenIds(), outcome.changedIds());
        }
        return outcome.withUnchanged(objects.size() - outcome.counts().total());
    }

    private Outcome upsert(Batch batch, Table table, List<PageObject> objects) {
        return database.sql(upserts.computeIfAbsent(table, key -> new TableSql(key).of("upsert.sql")))
                .param(
                        "objects",
                        objects.stream().map(object -> object.json().bytes()).toArray(byte[][]::new))
                .param("digests", objects.stream().map(PageObject::digest).toArray(UUID[]::new))
                .param("dataType", batch.type().dataType().name())
                .param("runId", batch.page().page().runId())
                .param("fetchedAt", utc(batch.page().fetchedAt()))
                .param("syncedAt", utc(batch.syncedAt()))
                .query(ObjectWriter::upserted)
                .single();
    }

    private static Outcome upserted(ResultSet row, int rowNumber) throws SQLException {
        List<String> newIds = List.of((String[]) row.getArray("new_ids").getArray());
        List<String> changedIds = List.of((String[]) row.getArray("changed_ids").getArray());
        return new Outcome(
                new PageCounts(row.getInt("inserted"), row.getInt("updated"), 0, row.getInt("deleted"), 0),
                Stream.concat(newIds.stream(), changedIds.stream()).toList(),
                changedIds,
                List.of((Long[]) row.getArray("confirmed").getArray()),
                List.of(),
                List.of());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
