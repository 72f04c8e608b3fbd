package dev.squaresync.scheduler.condition;

import dev.squaresync.message.ConditionReported.Part;
import dev.squaresync.message.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that a person should know, as it is now.
 *
 * @param cause a stable text: the same thing has the same one
 * @param count how many things it is about; 1 if it cannot be counted
 * @param told a run's end tells of it already: not worth raising, but it goes on if it was raised before
 */
record Condition(
        String kind,
        String cause,
        Instant since,
        long count,
        List<DataType> dataTypes,
        String detail,
        Map<String, String> facts,
        List<Part> breakdown,
        boolean told) {

    /** One that is about data types, with a sentence about each. */
    static Condition of(String kind, Instant since, Map<DataType, String> sentences) {
        return new Condition(
                kind,
                kind,
                since,
                sentences.size(),
                List.copyOf(sentences.keySet()),
                String.join(" ", sentences.values()),
                Map.of(),
                sentences.entrySet().stream()
                        .map(entry -> new Part(entry.getKey().name(), entry.getValue(), 1))
                        .collect(Collectors.toList()),
                false);
    }

    /** All that is said of it, to compare. */
    String said() {
        return count + " " + dataTypes + " " + detail + " " + breakdown;
    }
}
