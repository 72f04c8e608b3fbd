package dev.squaresync.writer.mirror;

import static java.util.stream.Collectors.toMap;

import dev.squaresync.message.DataType;
import dev.squaresync.message.PageFetched;
import dev.squaresync.message.PageId;
import dev.squaresync.message.PageLink;
import dev.squaresync.message.Purpose;
import dev.squaresync.message.RawJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What Square has answered to verifications that are not judged yet, and the suspects of these. */
@Component
class VerificationPages {

    private static final String KEEP = SqlFile.read("proof/keep-page.sql");
    private static final String ANSWERS = "select fetch_id from verification_pages"
            + " where run_id = :runId and data_type = :dataType and purpose = 'LOOK_UP' order by fetched_at, fetch_id";
    private static final String PAGE = "select * from verification_pages where fetch_id = :fetchId";
    private static final String COMPARISON =
            "select * from verification_comparisons where run_id = :runId and data_type = :dataType";
    /** The first part of a key is what Square can be asked for. */
    private static final String SUSPECTS = """
            select distinct split_part(object_id, ':', 1) as id
            from verification_suspects
            where run_id = :runId
                and data_type = :dataType
            order by id
            """;

    private final JdbcClient database;
    private final Map<DataType, MirroredType> types;
    private final Sightings sightings;
    private final Clock clock;

    VerificationPages(JdbcClient database, List<MirroredType> types, Clock clock) {
        this.database = database;
        this.types = types.stream().collect(toMap(MirroredType::dataType, Function.identity()));
        this.sightings = new Sightings();
        this.clock = clock;
    }

    /**
     * Keeps a page; the same one only once.
     *
     * @return how many objects it shows
     */
    int keep(PageFetched page) {
        MirroredType type = Optional.ofNullable(types.get(page.page().dataType()))
                .orElseThrow(() -> new UnreadablePage(
                        "The mirror does not know the data type '" + page.page().dataType() + "'.", null));
        List<Sighting> shown = sightings.of(page.body(), type);
        boolean isOnlySeen = page.purpose() == Purpose.SIGHT;
        database.sql(KEEP)
                .param("fetchId", page.fetchId())
                .param("runId", page.page().runId())
                .param("dataType", page.page().dataType().name())
                .param("purpose", page.purpose().name())
                .param("fetchedAt", page.fetchedAt().atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("objects", shown.size())
                .param("ids", isOnlySeen ? array(shown, Sighting::objectId, String[]::new) : null)
                .param("versions", isOnlySeen ? array(shown, Sighting::version, Long[]::new) : null)
                .param("digests", isOnlySeen ? array(shown, Sighting::digest, UUID[]::new) : null)
                .param("body", isOnlySeen ? null : page.body().bytes(), Types.BINARY)
                .update();
        return shown.size();
    }

    /** The pages that were looked up, one after the other, in the order in which Square gave them. */
    void eachAnswer(UUID runId, DataType dataType, Consumer<PageFetched> work) {
        List<UUID> ids = database.sql(ANSWERS)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query(UUID.class)
                .list();
        ids.forEach(id -> work.accept(database.sql(PAGE)
                .param("fetchId", id)
                .query(VerificationPages::page)
                .single()));
    }

    Optional<Comparison> comparison(UUID runId, DataType dataType) {
        return database.sql(COMPARISON)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query((row, number) -> new Comparison(
                        row.getInt("seen"),
                        row.getInt("suspects"),
                        row.getObject("compared_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** The ids of the suspects, so many at a time, the same each time. */
    List<List<String>> suspects(UUID runId, DataType dataType, int atOnce) {
        List<String> ids = database.sql(SUSPECTS)
                .param("runId", runId)
                .param("dataType", dataType.name())
                .query(String.class)
                .list();
        List<List<String>> groups = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += atOnce) {
            groups.add(List.copyOf(ids.subList(from, Math.min(ids.size(), from + atOnce))));
        }
        return groups;
    }

    /** Takes away what is not needed once there is a verdict. That it was compared stays: it must not be again. */
    void forget(UUID runId, DataType dataType) {
        for (String table : List.of("verification_pages", "verification_suspects")) {
            database.sql("delete from " + table + " where run_id = :runId and data_type = :dataType")
                    .param("runId", runId)
                    .param("dataType", dataType.name())
                    .update();
        }
    }

    private static <T> T[] array(List<Sighting> shown, Function<Sighting, T> what, IntFunction<T[]> make) {
        return shown.stream().map(what).toArray(make);
    }

    private static PageFetched page(ResultSet row, int number) throws SQLException {
        UUID runId = row.getObject("run_id", UUID.class);
        DataType dataType = DataType.of(row.getString("data_type"));
        return new PageFetched(
                row.getObject("fetch_id", UUID.class),
                new PageId(runId, dataType, "verification", 1, 1),
                Purpose.valueOf(row.getString("purpose")),
                new PageLink(PageLink.START, null),
                row.getObject("fetched_at", OffsetDateTime.class).toInstant(),
                RawJson.of(row.getBytes("body")));
    }

    /**
     * @param seen objects that Square showed
     * @param suspects how many differed at first sight
     */
    record Comparison(int seen, int suspects, Instant at) {}
}
