package dev.squaresync.simulator.control;

import dev.squaresync.simulator.fault.Fault;
import dev.squaresync.simulator.fault.FaultKind;
import dev.squaresync.simulator.seed.Json;
import dev.squaresync.simulator.seed.JsonObject;
import dev.squaresync.simulator.shop.Change;
import dev.squaresync.simulator.shop.ShopChanges;
import dev.squaresync.simulator.wire.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the control API's requests and replies are written. Wrong requests are refused with a sentence for people. */
final class ControlJson {
    private static final Set<String> FAULT_FIELDS =
            Set.of("kind", "resource", "times", "after", "status", "retryAfterSeconds", "location");

    private ControlJson() {}

    static List<Fault> faults(JsonNode document) {
        JsonNode list = document.isArray() ? document : document.path("faults");
        if (!list.isArray()) {
            throw new IllegalArgumentException("Send a list of faults: [{\"kind\": ..., \"resource\": ...}].");
        }
        List<Fault> faults = new ArrayList<>();
        for (JsonNode node : list) {
            faults.add(fault(node));
        }
        return faults;
    }

    private static Fault fault(JsonNode node) {
        allowOnly(FAULT_FIELDS, node);
        Fault.Details details = new Fault.Details(
                number("status", node),
                number("retryAfterSeconds", node),
                node.hasNonNull("location") ? node.get("location").asString() : null);
        return new Fault(
                FaultKind.ofWord(node.path("kind").asString("")),
                Resource.ofWord(node.path("resource").asString(Resource.ANY.word())),
                number("times", node),
                node.path("after").asInt(0),
                details);
    }

    static ShopChanges changes(JsonNode node) {
        Set<String> words = new HashSet<>(Set.of("seed", "afterRequests"));
        Map<Change, Integer> counts = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            words.add(change.word());
            Integer count = number(change.word(), node);
            if (count != null) {
                counts.put(change, count);
            }
        }
        allowOnly(words, node);
        return new ShopChanges(
                counts, node.path("seed").asLong(1), node.path("afterRequests").asLong(0));
    }

    static JsonObject state(SimulatorState state) {
        return json -> {
            json.object()
                    .number("seed", state.settings().seed())
                    .text("historyEnd", state.settings().historyEnd().toString())
                    .number("orders", state.orders())
                    .number("changedOrders", state.changedOrders())
                    .number("locations", state.settings().size().locations())
                    .number("catalogObjects", state.catalogObjects())
                    .number("inventoryCounts", state.inventoryCounts())
                    .number("requests", state.waiting().requests())
                    .number("pendingChanges", state.waiting().changes())
                    .array("faults");
            state.waiting().faults().forEach(fault -> fault(fault, json));
            json.endArray().endObject();
        };
    }

    static JsonObject requests(SortedMap<String, SortedMap<Integer, Long>> requests) {
        return json -> {
            json.object();
            requests.forEach((endpoint, statuses) -> {
                json.object(endpoint);
                statuses.forEach((status, count) -> json.number(status.toString(), count));
                json.endObject();
            });
            json.endObject();
        };
    }

    static @Nullable Integer number(String name, JsonNode node) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || value.asLong() < 0 || !value.canConvertToInt()) {
            throw new IllegalArgumentException("'" + name + "' must be a whole number, 0 or more.");
        }
        return value.asInt();
    }

    static void allowOnly(Set<String> names, JsonNode node) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("There is no field '" + name + "' here: use "
                        + String.join(", ", names.stream().sorted().toList()) + ".");
            }
        }
    }

    private static void fault(Fault fault, Json json) {
        json.object()
                .text("kind", fault.kind().word())
                .text("resource", fault.resource().word())
                .number("after", fault.after());
        Integer times = fault.times();
        if (times != null) {
            json.number("times", times);
        }
        json.endObject();
    }
}
