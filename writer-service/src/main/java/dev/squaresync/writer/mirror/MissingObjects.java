package dev.squaresync.writer.mirror;

import dev.squaresync.message.StreamSwept;
import dev.squaresync.message.SweepRequested;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What the mirror holds and a full listing did not show. */
@Component
class MissingObjects {

    private static final String FIND = SqlFile.read("find-sweep.sql");
    private static final String ADD = SqlFile.read("add-sweep.sql");

    private final JdbcClient database;

    MissingObjects(JdbcClient database) {
        this.database = database;
    }

    Optional<StreamSwept> receipt(SweepRequested request) {
        return database.sql(FIND)
                .param("runId", request.runId())
                .param("dataType", request.dataType().name())
                .query((row, number) -> receipt(row, request))
                .optional();
    }

    void add(StreamSwept swept) {
        database.sql(ADD)
                .param("runId", swept.runId())
                .param("dataType", swept.dataType().name())
                .param("deleted", swept.deleted())
                .param("missing", swept.missing())
                .param("held", swept.held())
                .param("sweptAt", swept.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Counts without marking. */
    StreamSwept count(SweepRequested request, MirroredType type, Instant now) {
        int missing = 0;
        int held = 0;
        for (Table table : type.tables()) {
            StreamSwept counted = of("sweep-count.sql", request, table)
                    .query((row, number) -> new StreamSwept(
                            request.runId(), request.dataType(), 0, row.getInt("missing"), row.getInt("held"), now))
                    .single();
            missing += counted.missing();
            held += counted.held();
        }
        return new StreamSwept(request.runId(), request.dataType(), 0, missing, held, now);
    }

    /** @return the ids of the objects that were marked */
    List<String> mark(SweepRequested request, MirroredType type, Instant now) {
        List<String> marked = new ArrayList<>();
        for (Table table : type.tables()) {
            marked.addAll(of("sweep.sql", request, table)
                    .param("syncedAt", now.atOffset(ZoneOffset.UTC))
                    .query(String.class)
                    .list());
        }
        return marked;
    }

    private StatementSpec of(String file, SweepRequested request, Table table) {
        return database.sql(new TableSql(table).of(file))
                .param("dataType", request.dataType().name())
                .param("runId", request.runId())
                .param("windowTo", request.windowTo().atOffset(ZoneOffset.UTC));
    }

    private static StreamSwept receipt(ResultSet row, SweepRequested request) throws SQLException {
        return new StreamSwept(
                request.runId(),
                request.dataType(),
                row.getInt("deleted"),
                row.getInt("missing"),
                row.getInt("held"),
                row.getObject("swept_at", OffsetDateTime.class).toInstant());
    }
}
