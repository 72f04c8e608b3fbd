package dev.squaresync.writer.mirror;

import dev.squaresync.message.DataType;
import dev.squaresync.message.StreamVerified;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what verifications have shown. */
public final class VerificationBook {

    private static final String REPAIRED = """
            update findings
            set repaired = true
            where verification_id = :id and data_type = :dataType and kind <> 'UNKNOWN'
            """;

    private static final String ADD = """
            insert into verifications (
                id, data_type, window_from, complete_up_to, started_at, ended_at, seen, looked_up, found, repaired)
            values (:id, :dataType, :from, :completeUpTo, :startedAt, :endedAt, :seen, :lookedUp, :found, 0)
            """;
    private static final String ADD_FINDING = """
            insert into findings (
                verification_id, data_type, object_id, kind, location_id, day, square_money, mirror_money, repaired)
            values (:id, :dataType, :objectId, :kind, :locationId, :day, :squareMoney, :mirrorMoney, false)
            """;
    private static final String FINDINGS = """
            select object_id, kind, location_id, day, square_money, mirror_money
            from findings
            where verification_id = :id
                and data_type = :dataType
            order by kind, object_id
            limit :limit
            """;
    private static final String DAYS = """
            select d.*, coalesce(l.name, d.location_id) as location_name
            from verification_days as d
            left join locations as l on l.id = d.location_id
            where d.verification_id = :id
                and d.data_type = :dataType
                and (d.day > :since or d.found > 0)
            order by d.day desc, d.location_id
            limit :limit
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Map<DataType, MirroredType> types;
    private final Clock clock;

    public VerificationBook(
            JdbcClient database, TransactionTemplate transaction, Collection<MirroredType> types, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.types = types.stream().collect(Collectors.toMap(MirroredType::dataType, Function.identity()));
        this.clock = clock;
    }

    public boolean exists() {
        return database.sql("select to_regclass('verification_days') is not null")
                .query(Boolean.class)
                .single();
    }

    /**
     * Keeps what was found, before any of it is repaired.
     *
     * @param seen objects that Square showed
     * @param lookedUp objects that differed at first sight
     */
    public void add(UUID id, DataType dataType, ProofWindow window, int seen, int lookedUp, List<Finding> findings) {
        transaction.executeWithoutResult(status -> {
            database.sql(ADD)
                    .param("id", id)
                    .param("dataType", dataType.name())
                    .param("from", utc(window.from()))
                    .param("completeUpTo", utc(window.completeUpTo()))
                    .param("startedAt", utc(window.startedAt()))
                    .param("endedAt", utc(clock.instant()))
                    .param("seen", seen)
                    .param("lookedUp", lookedUp)
                    .param("found", findings.size())
                    .update();
            findings.forEach(finding -> add(id, finding));
            addDays(id, dataType, window);
        });
    }

    /** Everything that was found is what Square has now, but for what Square did not show. */
    public void repaired(UUID id, DataType dataType) {
        transaction.executeWithoutResult(status -> {
            int repaired = database.sql(REPAIRED)
                    .param("id", id)
                    .param("dataType", dataType.name())
                    .update();
            database.sql("update verifications set repaired = :repaired where id = :id and data_type = :dataType")
                    .param("repaired", repaired)
                    .param("id", id)
                    .param("dataType", dataType.name())
                    .update();
        });
    }

    /** How many objects were found and how many of them repaired; empty: it is not judged yet. */
    Optional<Verdict> verdict(UUID id, DataType dataType) {
        return database.sql(
                        "select found, repaired, ended_at from verifications where id = :id and data_type = :dataType")
                .param("id", id)
                .param("dataType", dataType.name())
                .query((row, number) -> new Verdict(
                        row.getInt("found"),
                        row.getInt("repaired"),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** In a steady order. */
    List<Finding> findings(UUID id, DataType dataType, int limit) {
        return database.sql(FINDINGS)
                .param("id", id)
                .param("dataType", dataType.name())
                .param("limit", limit)
                .query((row, number) -> Finding.of(dataType, row))
                .list();
    }

    /** The days after a day, and all on which something was found, the newest first. */
    List<StreamVerified.Day> days(UUID id, DataType dataType, LocalDate after, int limit) {
        return database.sql(DAYS)
                .param("id", id)
                .param("dataType", dataType.name())
                .param("since", after)
                .param("limit", limit)
                .query((row, number) -> new StreamVerified.Day(
                        row.getString("location_id"),
                        row.getString("location_name"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("objects"),
                        row.getInt("found"),
                        row.getLong("square_money"),
                        row.getLong("mirror_money")))
                .list();
    }

    private void add(UUID id, Finding finding) {
        database.sql(ADD_FINDING)
                .param("id", id)
                .param("dataType", finding.dataType().name())
                .param("objectId", finding.objectId())
                .param("kind", finding.kind().name())
                .param("locationId", finding.locationId())
                .param("day", finding.day())
                .param("squareMoney", finding.squareMoney())
                .param("mirrorMoney", finding.mirrorMoney())
                .update();
    }

    private void addDays(UUID id, DataType dataType, ProofWindow window) {
        Optional.ofNullable(types.get(dataType))
                .flatMap(MirroredType::days)
                .ifPresent(file -> database.sql(SqlFile.read(file))
                        .param("id", id)
                        .param("dataType", dataType.name())
                        .param("from", utc(window.from()))
                        .param("zone", window.zone().getId())
                        .update());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** @param at when it was found */
    record Verdict(int found, int repaired, Instant at) {}
}
