package dev.squaresync.direct.verify;

import dev.squaresync.writer.mirror.Finding;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what verifications have shown. */
public final class VerificationBook {

    private static final String ADD = """
            insert into verifications (
                id, data_type, window_from, complete_up_to, started_at, ended_at, seen, looked_up, found, repaired)
            values (:id, :dataType, :from, :completeUpTo, :startedAt, :endedAt, :seen, :lookedUp, :found, :repaired)
            """;
    private static final String ADD_FINDING = """
            insert into findings (
                verification_id, data_type, object_id, kind, location_id, day, square_money, mirror_money, repaired)
            values (:id, :dataType, :objectId, :kind, :locationId, :day, :squareMoney, :mirrorMoney, :repaired)
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public VerificationBook(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    public boolean exists() {
        return database.sql("select to_regclass('verifications') is not null")
                .query(Boolean.class)
                .single();
    }

    public void add(UUID id, Verified verified) {
        transaction.executeWithoutResult(status -> {
            database.sql(ADD)
                    .param("id", id)
                    .param("dataType", verified.dataType().name())
                    .param("from", utc(verified.window().from()))
                    .param("completeUpTo", utc(verified.window().completeUpTo()))
                    .param("startedAt", utc(verified.window().startedAt()))
                    .param("endedAt", utc(clock.instant()))
                    .param("seen", verified.seen())
                    .param("lookedUp", verified.lookedUp())
                    .param("found", verified.findings().size())
                    .param("repaired", verified.repaired() ? verified.findings().size() : 0)
                    .update();
            verified.findings().forEach(finding -> add(id, finding, verified.repaired()));
        });
    }

    private void add(UUID id, Finding finding, boolean repaired) {
        database.sql(ADD_FINDING)
                .param("id", id)
                .param("dataType", finding.dataType().name())
                .param("objectId", finding.objectId())
                .param("kind", finding.kind().name())
                .param("locationId", finding.locationId())
                .param("day", finding.day())
                .param("squareMoney", finding.squareMoney())
                .param("mirrorMoney", finding.mirrorMoney())
                .param("repaired", repaired)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
