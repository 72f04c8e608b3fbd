package dev.squaresync.cli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which dead letters are meant; null: any. */
public record DeadLetterFilter(
        @Nullable String queue,
        @Nullable String wireType,
        @Nullable String code,
        @Nullable String dataType,
        @Nullable String runId) {

    /** All dead letters fit. */
    public boolean isEmpty() {
        return fields().isEmpty();
    }

    /** As words, such as {@code code square-unauthorized, data type orders}. */
    public String inWords() {
        return fields().entrySet().stream()
                .map(field -> word(field.getKey()) + " " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    /** As the API names them; only those that are given. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "queue", queue);
        put(fields, "wireType", wireType);
        put(fields, "code", code);
        put(fields, "dataType", dataType);
        put(fields, "runId", runId);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static String word(String field) {
        return switch (field) {
            case "wireType" -> "type";
            case "dataType" -> "data type";
            case "runId" -> "run";
            default -> field;
        };
    }
}
