package dev.squaresync.simulator.api;

import dev.squaresync.simulator.cursor.CursorBook;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request whose token and version are good.
 *
 * @param path without the query
 * @param query the parameters of the URL
 * @param body an empty object where there was none
 */
record ApiRequest(String method, String path, SortedMap<String, String> query, ObjectNode body) {
    private static final String CURSOR = "cursor";
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    Fields fields() {
        return new Fields(body, "");
    }

    /** The cursor, which counts only in the URL of a GET and in the body of a POST. */
    @Nullable
    String cursor() {
        if (method.equals("GET")) {
            return query.get(CURSOR);
        }
        JsonNode cursor = body.get(CURSOR);
        return cursor == null || cursor.isNull() ? null : cursor.asString();
    }

    /** The same for every page of one listing. */
    long queryHash() {
        if (method.equals("GET")) {
            StringBuilder text = new StringBuilder(path);
            query.forEach((name, value) -> append(text, name, value));
            return CursorBook.hash(text.toString());
        }
        ObjectNode rest = body.deepCopy();
        rest.remove(CURSOR);
        return CursorBook.hash(path + SORTED.writeValueAsString(rest));
    }

    private static void append(StringBuilder text, String name, String value) {
        if (!name.equals(CURSOR)) {
            text.append('&').append(name).append('=').append(value);
        }
    }
}
