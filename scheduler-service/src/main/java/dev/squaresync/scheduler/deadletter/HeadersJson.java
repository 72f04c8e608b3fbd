package dev.squaresync.scheduler.deadletter;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A message's headers as they are kept in a column. */
@Component
class HeadersJson {

    private final JsonMapper json;

    HeadersJson(JsonMapper json) {
        this.json = json;
    }

    String write(Map<String, String> headers) {
        return json.writeValueAsString(headers);
    }

    Map<String, String> read(String column) {
        return json.readValue(column, new TypeReference<Map<String, String>>() {});
    }
}
