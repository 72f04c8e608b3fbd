package dev.squaresync.cli.api;

import static dev.squaresync.cli.api.SchedulerHttp.encoded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The dead letters in the scheduler's REST API; throws as {@link SchedulerApi} does. */
public final class DeadLetterApi {

    private static final String DEAD_LETTERS = "api/dead-letters";

    private final SchedulerHttp http;

    DeadLetterApi(SchedulerHttp http) {
        this.http = http;
    }

    /**
     * The newest first.
     *
     * @param state null: any
     * @param before the id of a dead letter: only older ones; null: from the newest on
     */
    public Answer<DeadLetters> list(
            @Nullable String state, DeadLetterFilter filter, int limit, @Nullable String before) {
        Map<String, String> query = query(state, filter);
        query.put("limit", Integer.toString(limit));
        if (before != null) {
            query.put("before", before);
        }
        return http.get(DEAD_LETTERS + inUrl(query), new TypeReference<DeadLetters>() {});
    }

    /** @param state null: any */
    public Answer<DeadLetterGroups> groups(@Nullable String state, DeadLetterFilter filter) {
        return http.get(
                DEAD_LETTERS + "/groups" + inUrl(query(state, filter)), new TypeReference<DeadLetterGroups>() {});
    }

    public Answer<DeadLetter> one(String id) {
        return http.get(DEAD_LETTERS + "/" + encoded(id), new TypeReference<DeadLetter>() {});
    }

    public Answer<DeadLetter> replay(String id) {
        return http.post(DEAD_LETTERS + "/" + encoded(id) + "/replay", new TypeReference<DeadLetter>() {});
    }

    /** Replays what is open and fits; with an empty filter, all that is open. */
    public Answer<Replaying> replay(DeadLetterFilter filter) {
        return http.post(DEAD_LETTERS + "/replay", selection(filter), new TypeReference<Replaying>() {});
    }

    public Answer<DeadLetter> discard(String id, String reason) {
        return http.post(
                DEAD_LETTERS + "/" + encoded(id) + "/discard",
                Map.of("reason", reason),
                new TypeReference<DeadLetter>() {});
    }

    /** Discards what is open and fits; with an empty filter, all that is open. */
    public Answer<Discarded> discard(DeadLetterFilter filter, String reason) {
        Map<String, Object> selection = selection(filter);
        selection.put("reason", reason);
        return http.post(DEAD_LETTERS + "/discard", selection, new TypeReference<Discarded>() {});
    }

    /** How many are being replayed. */
    public record Replaying(long replaying) {}

    /** How many were discarded. */
    public record Discarded(long discarded) {}

    private static Map<String, Object> selection(DeadLetterFilter filter) {
        Map<String, Object> selection = new LinkedHashMap<>(filter.fields());
        if (filter.isEmpty()) {
            selection.put("all", true);
        }
        return selection;
    }

    private static Map<String, String> query(@Nullable String state, DeadLetterFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        if (state != null) {
            query.put("state", state);
        }
        query.putAll(filter.fields());
        return query;
    }

    private static String inUrl(Map<String, String> query) {
        if (query.isEmpty()) {
            return "";
        }
        return query.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }
}
