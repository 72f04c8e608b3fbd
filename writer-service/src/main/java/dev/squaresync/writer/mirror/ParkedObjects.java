package dev.squaresync.writer.mirror;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What PostgreSQL could not hold, kept aside for people to look at. */
@Component
class ParkedObjects {

    private static final String RESOLVE = SqlFile.read("resolve-parked.sql");
    private static final String PARK = SqlFile.read("park.sql");

    // Longer ones are no keys of Square's, and would not fit into the index either.
    private static final int LONGEST_KEY = 500;

    private final JdbcClient database;

    ParkedObjects(JdbcClient database) {
        this.database = database;
    }

    /** Notes what a page wrote at last, and what it could not write. */
    void follow(Batch batch, Outcome outcome) {
        if (!outcome.writtenIds().isEmpty()) {
            resolve(batch, outcome);
        }
        for (ParkedObject object : outcome.parked()) {
            park(batch, object);
        }
    }

    private void resolve(Batch batch, Outcome outcome) {
        database.sql(RESOLVE)
                .param("dataType", batch.type().dataType().name())
                .param("writtenIds", outcome.writtenIds().toArray(String[]::new))
                .param("resolvedAt", syncedAt(batch))
                .update();
    }

    private void park(Batch batch, ParkedObject object) {
        @Nullable
        String id = object.id().filter(key -> key.length() <= LONGEST_KEY).orElse(null);
        database.sql(PARK)
                .param("dataType", batch.type().dataType().name())
                .param("objectId", id)
                .param("runId", batch.page().page().runId())
                .param("fetchId", batch.page().fetchId())
                .param("reason", object.reason())
                .param("cleaned", object.cleaned())
                .param("body", object.body().getBytes(StandardCharsets.UTF_8))
                .param("parkedAt", syncedAt(batch))
                .update();
    }

    private static OffsetDateTime syncedAt(Batch batch) {
        return batch.syncedAt().atOffset(ZoneOffset.UTC);
    }
}
