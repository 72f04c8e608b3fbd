package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.squaresync.message.DataType;
import dev.squaresync.message.RawJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Compares the mirror with what Square shows, in three steps: every object is seen cheaply, what differs is a suspect, and each
 * suspect is looked up in Square once more before it is judged. So a shop that goes on selling raises no false alarm. Works on one
 * connection, whose temporary tables hold what was seen; not for use by several threads at once.
 */
public final class MirrorProof {

    private final JdbcClient database;
    private final Map<DataType, MirroredType> types;
    private final ProofWindow window;
    private final PageCutter cutter = new PageCutter();
    private final Sightings sightings = new Sightings();

    /** @param database works on one connection, always the same */
    public MirrorProof(JdbcClient database, Collection<MirroredType> types, ProofWindow window) {
        this.database = database;
        this.types = types.stream().collect(toMap(MirroredType::dataType, Function.identity()));
        this.window = window;
        database.sql(SqlFile.read("proof/begin.sql")).update();
    }

    public ProofWindow window() {
        return window;
    }

    /**
     * Notes which objects a page shows.
     *
     * @param page of whole objects, or Square's order entries
     * @return how many there are
     * @throws UnreadablePage if it is no page of its data type
     */
    public int see(DataType dataType, RawJson page) {
        List<Sighting> seen = sightings.of(page, typeOf(dataType));
        database.sql(SqlFile.read("proof/see.sql"))
                .param("dataType", dataType.name())
                .param("ids", seen.stream().map(Sighting::objectId).toArray(String[]::new))
                .param("versions", seen.stream().map(Sighting::version).toArray(Long[]::new))
                .param("digests", seen.stream().map(Sighting::digest).toArray(UUID[]::new))
                .update();
        return seen.size();
    }

    /** After all pages: the keys of the objects that have to be looked up. */
    public List<String> suspects(DataType dataType) {
        MirroredType type = typeOf(dataType);
        String held = perTable(type, type.held());
        bound(database.sql(SqlFile.read("proof/suspect.sql").replace("{held}", held)), dataType)
                .update();
        for (Table table : type.tables()) {
            bound(database.sql(new TableSql(table).of("proof/altered.sql")), dataType)
                    .update();
        }
        for (PartTable parts : type.partTables()) {
            database.sql(parts.sql("proof/altered-parts.sql"))
                    .param("dataType", dataType.name())
                    .update();
        }
        for (String file : type.lostParts()) {
            database.sql(SqlFile.read(file)).param("dataType", dataType.name()).update();
        }
        return database.sql("select object_id from proof_suspects where data_type = :dataType order by object_id")
                .param("dataType", dataType.name())
                .query(String.class)
                .list();
    }

    /** Takes a page of what Square answers about suspects. */
    public void answer(DataType dataType, RawJson page) {
        List<PageObject> objects = cutter.cut(page, typeOf(dataType)).stream()
                .filter(object -> object.key().isPresent())
                .toList();
        Map<String, byte[]> byId =
                objects.stream().collect(toMap(MirrorProof::objectId, MirrorProof::storable, (one, other) -> other));
        database.sql(SqlFile.read("proof/answer.sql"))
                .param("dataType", dataType.name())
                .param("ids", byId.keySet().toArray(String[]::new))
                .param("objects", byId.values().toArray(byte[][]::new))
                .update();
    }

    /** Keeps the suspects, so that they can be judged later and elsewhere. */
    void keep(UUID runId, DataType dataType, Instant now) {
        database.sql(SqlFile.read("proof/keep-comparison.sql"))
                .param("runId", runId)
                .param("dataType", dataType.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes up what was seen and kept page by page. */
    void recallSightings(UUID runId, DataType dataType) {
        recall("proof/recall-sightings.sql", runId, dataType);
    }

    /** Takes up the suspects that were kept. */
    void recallSuspects(UUID runId, DataType dataType) {
        recall("proof/recall-suspects.sql", runId, dataType);
    }

    /** After all answers: what is wrong. */
    public List<Finding> findings(DataType dataType) {
        String held = perTable(typeOf(dataType), "proof/judged-held.sql");
        return bound(database.sql(SqlFile.read("proof/judge.sql").replace("{held}", held)), dataType)
                .param("zone", window.zone().getId())
                .query((row, number) -> Finding.of(dataType, row))
                .list();
    }

    private void recall(String file, UUID runId, DataType dataType) {
        database.sql(SqlFile.read(file))
                .param("runId", runId)
                .param("dataType", dataType.name())
                .update();
    }

    private StatementSpec bound(StatementSpec statement, DataType dataType) {
        Instant from = window.from();
        return statement
                .param("dataType", dataType.name())
                .param("startedAt", window.startedAt().atOffset(ZoneOffset.UTC))
                .param("fetchedAt", window.startedAt().atOffset(ZoneOffset.UTC))
                .param("completeUpTo", window.completeUpTo().atOffset(ZoneOffset.UTC))
                .param("from", from == null ? null : from.atOffset(ZoneOffset.UTC));
    }

    private static String perTable(MirroredType type, String file) {
        return type.tables().stream()
                .map(table -> new TableSql(table).of(file).strip())
                .collect(joining("\n    union all\n    "));
    }

    private static String objectId(PageObject object) {
        return String.join(":", object.key().orElseThrow());
    }

    /** Characters that PostgreSQL cannot store are compared as they were stored. */
    private static byte[] storable(PageObject object) {
        return UnstorableCharacters.replacedIn(object.json().text()).getBytes(StandardCharsets.UTF_8);
    }

    private MirroredType typeOf(DataType dataType) {
        return Optional.ofNullable(types.get(dataType))
                .orElseThrow(
                        () -> new UnreadablePage("The mirror does not know the data type '" + dataType + "'.", null));
    }
}
