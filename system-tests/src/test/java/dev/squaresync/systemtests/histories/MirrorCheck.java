package dev.squaresync.systemtests.histories;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the mirror with the shop and with what the watermark claims. */
final class MirrorCheck {

    /** The scheduler's default. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final List<SquareObject> objects;
    private final Map<Kind, Instant> latestProven = new EnumMap<>(Kind.class);

    MirrorCheck(JdbcClient database, List<SquareObject> objects) {
        this.database = database;
        this.objects = objects;
    }

    /** A stream has just been completed: what it was to bring must be there now, whatever is still under way. */
    void completed(Kind kind, @Nullable Instant from, Instant to) {
        require(kind, from, to);
        Watermark watermark = watermark(kind);
        Instant proven = to.minus(OVERLAP);
        // A run that heals late may find the watermark of a later one.
        Instant latest = proven(kind, proven);
        boolean isBehind = from == null && watermark.upTo().isBefore(proven);
        if (watermark.upTo().isAfter(latest) || isBehind) {
            throw new Violation("The watermark of " + kind + " is " + watermark.upTo() + "; proven by this stream: "
                    + proven + ", by all: " + latest);
        }
        if (watermark.from() == null) {
            require(kind, null, watermark.upTo());
        }
        check(kind);
    }

    private Instant proven(Kind kind, Instant upTo) {
        return latestProven.merge(kind, upTo, (one, other) -> one.isAfter(other) ? one : other);
    }

    private void require(Kind kind, @Nullable Instant from, Instant to) {
        for (SquareObject object : objects) {
            int state = object.stateAt(to);
            boolean isOwed = object.kind() == kind
                    && state >= 0
                    && (from == null || !object.states().get(state).changedAt().isBefore(from));
            // What changes after the end of the window may have left it before it was read.
            boolean hasLeft = kind.hasEnd() && state < object.states().size() - 1;
            if (isOwed && !hasLeft) {
                object.mustHold(state);
            }
        }
    }

    /** The mirror holds what it must, and nothing that Square never had. */
    void check(Kind kind) {
        List<SquareObject> expected =
                objects.stream().filter(object -> object.kind() == kind).toList();
        Map<String, String> stored = stored(kind, expected);
        for (SquareObject object : expected) {
            check(object, stored.get(object.id()));
        }
    }

    private static void check(SquareObject object, @Nullable String stored) {
        int held = stored == null ? -1 : place(object, JSON.readTree(stored));
        if (held < object.mustHold()) {
            throw new Violation("The mirror is behind the shop: of " + object.kind() + " " + object.id() + " it holds "
                    + stored + " and not "
                    + object.states().get(object.mustHold()).json());
        }
    }

    private static int place(SquareObject object, JsonNode stored) {
        for (int place = object.states().size() - 1; place >= 0; place--) {
            if (JSON.readTree(object.states().get(place).json()).equals(stored)) {
                return place;
            }
        }
        throw new Violation("The mirror holds what Square never had: " + stored);
    }

    private Map<String, String> stored(Kind kind, List<SquareObject> expected) {
        Map<String, String> stored = new HashMap<>();
        database.sql("select " + kind.key() + " as id, raw::text as raw from square." + kind.table() + " where "
                        + kind.key() + " = any (:ids)")
                .param("ids", expected.stream().map(SquareObject::id).toArray(String[]::new))
                .query((row, number) -> stored.put(row.getString("id"), row.getString("raw")))
                .list();
        return stored;
    }

    private record Watermark(@Nullable Instant from, Instant upTo) {}

    private Watermark watermark(Kind kind) {
        return database.sql(
                        "select complete_from, complete_up_to from scheduler.watermarks where data_type = :dataType")
                .param("dataType", kind.dataType().name())
                .query((row, number) -> {
                    OffsetDateTime from = row.getObject("complete_from", OffsetDateTime.class);
                    return new Watermark(
                            from == null ? null : from.toInstant(),
                            row.getObject("complete_up_to", OffsetDateTime.class)
                                    .toInstant());
                })
                .optional()
                .orElseThrow(() -> new Violation("A completed stream of " + kind + " has moved no watermark"));
    }
}
