package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares every typed column with what {@code raw} says, by a list of its own ({@code typed-columns.txt}). */
final class TypedColumns {

    private static final int EXAMPLES = 5;

    /** Where the parts of an order stand in its raw, for those that are not nested deeper. */
    private static final Map<String, String> ARRAYS = Map.of(
            "order_line_items", "line_items",
            "order_taxes", "taxes",
            "order_discounts", "discounts",
            "order_service_charges", "service_charges",
            "order_tenders", "tenders",
            "order_fulfillments", "fulfillments",
            "order_returns", "returns",
            "order_refunds", "refunds");

    private final Mirror mirror;
    private final Map<String, List<Column>> columns;

    TypedColumns(Mirror mirror) {
        this.mirror = mirror;
        this.columns = columns();
    }

    private record Column(String table, String name, String kind, List<String> places) {}

    void equalRaw() {
        for (String table : Mirror.TOP_TABLES) {
            compare(table, List.of("raw::text as raw"), row -> Http.JSON.readTree((String) row.get("raw")));
        }
        Map<String, JsonNode> orders = orders();
        ARRAYS.forEach((table, array) -> {
            long parts = orders.values().stream()
                    .mapToLong(order -> order.path(array).size())
                    .sum();
            assertThat(mirror.count(table)).as("rows of " + table).isEqualTo(parts);
            compare(table, List.of("order_id", "position"), row -> part(orders, row, array));
        });
        compare(
                "order_return_line_items",
                List.of("order_id", "return_position", "position"),
                row -> orders.get((String) row.get("order_id"))
                        .path("returns")
                        .path((int) row.get("return_position") - 1)
                        .path("return_line_items")
                        .path((int) row.get("position") - 1));
    }

    private interface ObjectOfRow {
        JsonNode of(Map<String, Object> row);
    }

    private void compare(String table, List<String> extra, ObjectOfRow objectOfRow) {
        List<Column> wanted = columns.getOrDefault(table, List.of());
        assertThat(wanted).as("columns listed for " + table).isNotEmpty();
        List<String> selected = new ArrayList<>(extra);
        wanted.forEach(column -> selected.add(column.name()));
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> row : mirror.rows(table, selected)) {
            JsonNode object = objectOfRow.of(row);
            for (Column column : wanted) {
                Object expected = expected(column, object);
                Object stored = normal(row.get(column.name()));
                if (!Objects.equals(expected, stored)) {
                    wrong.add(column.name() + ": raw has " + expected + ", the column has " + stored);
                }
            }
        }
        assertThat(wrong.stream().limit(EXAMPLES))
                .as(wrong.size() + " wrong values in " + table)
                .isEmpty();
    }

    private Map<String, JsonNode> orders() {
        return mirror.rows("orders", List.of("id", "raw::text as raw")).stream()
                .collect(Collectors.toMap(
                        row -> (String) row.get("id"), row -> Http.JSON.readTree((String) row.get("raw"))));
    }

    private static JsonNode part(Map<String, JsonNode> orders, Map<String, Object> row, String array) {
        JsonNode order = orders.get((String) row.get("order_id"));
        assertThat(order).as("order of a part").isNotNull();
        return order.path(array).path((int) row.get("position") - 1);
    }

    private static @Nullable Object expected(Column column, JsonNode object) {
        for (String place : column.places()) {
            JsonNode value = object.at(place);
            if (!value.isMissingNode() && !value.isNull()) {
                return value(column.kind(), value);
            }
        }
        return null;
    }

    private static Object value(String kind, JsonNode value) {
        return switch (kind) {
            case "text" -> value.asString();
            case "integer" -> value.asLong();
            case "decimal" -> new BigDecimal(value.asString()).stripTrailingZeros();
            case "boolean" -> value.asBoolean();
            case "time" -> OffsetDateTime.parse(value.asString()).toInstant();
            default -> throw new IllegalArgumentException("No kind of column: " + kind);
        };
    }

    private static @Nullable Object normal(@Nullable Object stored) {
        if (stored instanceof Timestamp time) {
            return time.toInstant();
        }
        if (stored instanceof BigDecimal decimal) {
            return decimal.stripTrailingZeros();
        }
        return stored instanceof Integer number ? (Object) number.longValue() : stored;
    }

    private static Map<String, List<Column>> columns() {
        try (InputStream in = TypedColumns.class.getResourceAsStream("/typed-columns.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+"))
                    .map(words -> new Column(
                            words[0], words[1], words[2], Arrays.asList(words).subList(3, words.length)))
                    .collect(Collectors.groupingBy(Column::table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
