package dev.squaresync.simulator.fault;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Alters one object of a page, the one in its middle; wrong prices are in all. */
final class ObjectFaults {
    private static final BigInteger BEYOND_LONG = BigInteger.TWO.pow(63).multiply(BigInteger.TEN);
    private static final int HUGE_NAME_CHARS = 10 << 20;
    private static final int DEEP_LEVELS = 10_000;
    private static final String NAME = "name";
    private static final List<String> TIMES = List.of("updated_at", "calculated_at", "created_at");
    /** What no writer of JSON would write, put in place of a mark. */
    private static final String MARK = "@@here-comes-something-odd@@";

    private final JsonMapper mapper = JsonMapper.builder().build();

    byte[] alter(FaultKind kind, byte[] body) {
        if (!(mapper.readTree(body) instanceof ObjectNode document)) {
            return body;
        }
        ObjectNode object = middleObject(document);
        if (object == null) {
            return body;
        }
        switch (kind) {
            case NULL_BYTE_IN_NAME -> named(object).put(NAME, "Beach\u0000Towel");
            case LONE_SURROGATE -> named(object).put(NAME, "Beach " + MARK + " Towel");
            case HUGE_INTEGER -> hugeInteger(object);
            case INVALID_TIME -> time(object, "2026-13-45T25:61:00Z");
            case YEAR_9999 -> time(object, "9999-12-31T23:59:59.999Z");
            case HUGE_NAME -> named(object).put(NAME, "n".repeat(HUGE_NAME_CHARS));
            case DEEP_NESTING -> object.put("nest", MARK);
            case NULL_REQUIRED -> nullRequired(object);
            case UNKNOWN_TYPE -> unknownType(object);
            case WRONG_PRICES -> raiseAmounts(document);
            default -> {}
        }
        return bytes(kind, mapper.writeValueAsString(document));
    }

    private static void raiseAmounts(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("amount").isIntegralNumber()) {
            object.put("amount", object.path("amount").asLong() + 1);
        }
        node.forEach(ObjectFaults::raiseAmounts);
    }

    private static byte[] bytes(FaultKind kind, String json) {
        String odd = switch (kind) {
            case LONE_SURROGATE -> json.replace(MARK, "\\ud83c");
            case DEEP_NESTING -> json.replace("\"" + MARK + "\"", "[".repeat(DEEP_LEVELS) + "]".repeat(DEEP_LEVELS));
            default -> json;
        };
        return odd.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable ObjectNode middleObject(ObjectNode document) {
        for (JsonNode value : document) {
            if (value instanceof ArrayNode array && array.get(array.size() / 2) instanceof ObjectNode object) {
                return object;
            }
        }
        return document.get("order") instanceof ObjectNode order ? order : null;
    }

    /** The part of the object that has a name: a catalog object's data, an order's first line, or the object itself. */
    private static ObjectNode named(ObjectNode object) {
        ObjectNode data = data(object);
        if (data != null) {
            return data;
        }
        return object.path("line_items").path(0) instanceof ObjectNode line ? line : object;
    }

    private static @Nullable ObjectNode data(ObjectNode object) {
        String type = object.path("type").asString("");
        String dataName = type.toLowerCase(java.util.Locale.ROOT) + "_data";
        return object.get(dataName) instanceof ObjectNode data ? data : null;
    }

    private static void hugeInteger(ObjectNode object) {
        if (object.has("quantity")) {
            object.put("quantity", BEYOND_LONG.toString());
        } else if (object.get("total_money") instanceof ObjectNode money) {
            money.put("amount", BEYOND_LONG);
        } else {
            object.put("version", BEYOND_LONG);
        }
    }

    private static void time(ObjectNode object, String time) {
        for (String name : TIMES) {
            if (object.has(name)) {
                object.put(name, time);
                return;
            }
        }
    }

    private static void nullRequired(ObjectNode object) {
        if (object.has("location_id")) {
            object.putNull("location_id");
        } else {
            named(object).putNull(NAME);
        }
    }

    private static void unknownType(ObjectNode object) {
        if (data(object) != null) {
            object.put("type", "TIME_MACHINE");
        } else if (object.has("state")) {
            object.put("state", "LOST_AT_SEA");
        } else {
            object.put("type", "SUBMARINE");
        }
    }
}
