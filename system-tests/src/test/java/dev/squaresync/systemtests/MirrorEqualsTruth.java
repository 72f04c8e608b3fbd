package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/** Compares the mirror with the shop's truth, object by object and field by field, and the typed columns with {@code raw}. */
final class MirrorEqualsTruth {

    private static final int EXAMPLES = 5;

    private final Shop shop;
    private final Mirror mirror;

    MirrorEqualsTruth(Stack stack) {
        this(stack.shop(), stack.mirror());
    }

    MirrorEqualsTruth(Shop shop, Mirror mirror) {
        this.shop = shop;
        this.mirror = mirror;
    }

    /** Everything is the same. */
    void check() {
        check(Instant.MAX);
    }

    /**
     * What Square last changed up to a time is the same. What changed later, while the run was reading, is past the run's window: it
     * may be in the mirror as it was or as it is, and is the next run's to bring.
     */
    void check(Instant until) {
        SoftAssertions all = new SoftAssertions();
        compare(all, until, "locations", "locations", List.of("id"), any -> true);
        compare(all, until, "categories", "categories", List.of("id"), any -> true);
        compare(all, until, "catalog", "catalog_items", List.of("id"), ofType("ITEM"));
        compare(all, until, "catalog", "catalog_item_variations", List.of("id"), ofType("ITEM_VARIATION"));
        compare(all, until, "orders", "orders", List.of("id"), any -> true);
        compare(
                all,
                until,
                "inventory",
                "inventory_counts",
                List.of("catalog_object_id", "location_id", "state"),
                any -> true);
        all.assertThat(mirror.query(
                        "select data_type, object_id, reason from square.parked_objects where resolved_at is null"))
                .as("parked objects")
                .isEmpty();
        all.assertAll();
        new TypedColumns(mirror).equalRaw();
    }

    private void compare(
            SoftAssertions all,
            Instant until,
            String dataType,
            String table,
            List<String> key,
            Predicate<JsonNode> wanted) {
        Map<String, JsonNode> stored = stored(table, key);
        List<String> missing = new ArrayList<>();
        List<String> different = new ArrayList<>();
        int objects = 0;
        try (Stream<JsonNode> truth = shop.truth(dataType)) {
            for (JsonNode object : (Iterable<JsonNode>) truth.filter(wanted)::iterator) {
                objects++;
                String id = key(object, key);
                JsonNode row = stored.remove(id);
                if (changedAt(object).isAfter(until)) {
                    continue;
                }
                if (row == null) {
                    missing.add(id);
                } else if (!row.equals(object)) {
                    different.add("\n  Square: " + object + "\n  mirror: " + row);
                }
            }
        }
        all.assertThat(objects).as("objects of " + table + " in the shop").isPositive();
        all.assertThat(missing.stream().limit(EXAMPLES))
                .as(missing.size() + " missing in " + table)
                .isEmpty();
        all.assertThat(different.stream().limit(EXAMPLES))
                .as(different.size() + " different in " + table)
                .isEmpty();
        all.assertThat(stored.keySet().stream().limit(EXAMPLES))
                .as(stored.size() + " surplus in " + table)
                .isEmpty();
    }

    private static Instant changedAt(JsonNode object) {
        for (String field : List.of("updated_at", "calculated_at")) {
            if (object.hasNonNull(field)) {
                return OffsetDateTime.parse(object.path(field).asString()).toInstant();
            }
        }
        return Instant.MIN;
    }

    private Map<String, JsonNode> stored(String table, List<String> key) {
        Map<String, JsonNode> objects = new TreeMap<>();
        for (Map<String, Object> row : mirror.rows(table, List.of("raw::text as raw"))) {
            JsonNode object = Http.JSON.readTree((String) row.get("raw"));
            JsonNode before = objects.put(key(object, key), object);
            assertThat(before).as("one row for each object of " + table).isNull();
        }
        return objects;
    }

    private static String key(JsonNode object, List<String> fields) {
        return String.join(
                ":", fields.stream().map(field -> object.path(field).asString()).toList());
    }

    private static Predicate<JsonNode> ofType(String type) {
        return object -> object.path("type").asString().equals(type);
    }
}
