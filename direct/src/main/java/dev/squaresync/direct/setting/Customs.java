package dev.squaresync.direct.setting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** How much a sync reads when nobody asks for more: as the scheduler says if it answers, else as it is delivered. */
public final class Customs {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Map<String, Custom> AS_DELIVERED = Map.of(
            "orders", new Custom(Duration.ofDays(7), null),
            "inventory", new Custom(Duration.ofDays(1), null));
    private static final Custom ALL = new Custom(null, null);

    private final Surroundings surroundings;
    private final JsonMapper json = JsonMapper.builder().build();

    public Customs(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** By the data type's name. A scheduler that is out of reach is no failure here. */
    public Map<String, Custom> find(Iterable<String> dataTypes) {
        Map<String, Custom> found = new HashMap<>();
        dataTypes.forEach(dataType -> found.put(dataType, AS_DELIVERED.getOrDefault(dataType, ALL)));
        String url = surroundings.value("SCHEDULER_URL").orElse("");
        String token = surroundings.value("API_TOKEN").orElse("");
        if (!url.isEmpty() && !token.isEmpty()) {
            ask(url, token).ifPresent(found::putAll);
        }
        return found;
    }

    private Optional<Map<String, Custom>> ask(String url, String token) {
        try {
            JsonNode schedules = get(url + "/api/schedules", token);
            Map<String, JsonNode> states = new HashMap<>();
            get(url + "/api/status", token)
                    .path("dataTypes")
                    .forEach(state -> states.put(state.path("dataType").asString(), state));
            Map<String, Custom> customs = new HashMap<>();
            for (JsonNode schedule : schedules) {
                String dataType = schedule.path("dataType").asString();
                customs.put(dataType, custom(schedule, states.getOrDefault(dataType, MissingNode.getInstance())));
            }
            return Optional.of(customs);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Custom custom(JsonNode schedule, JsonNode state) {
        JsonNode gap = state.path("gap");
        // A gap without a beginning goes back to the shop's first day.
        if (gap.isObject() && !gap.path("from").isString()) {
            return ALL;
        }
        JsonNode completeUpTo =
                gap.isObject() ? gap.path("from") : state.path("coverage").path("to");
        return new Custom(lookback(schedule), completeUpTo.isString() ? Instant.parse(completeUpTo.asString()) : null);
    }

    private static @Nullable Duration lookback(JsonNode schedule) {
        return schedule.path("mode").asString().equals("full")
                ? null
                : Duration.parse(schedule.path("lookback").asString());
    }

    private JsonNode get(String address, String token) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The scheduler answers with " + answer.statusCode() + ".");
        }
        try {
            return json.readTree(answer.body());
        } catch (JacksonException e) {
            throw new IOException("The scheduler's answer is no JSON.", e);
        }
    }
}
