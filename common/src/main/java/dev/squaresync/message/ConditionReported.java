package dev.squaresync.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should know has come up, has changed, or is over. May be said again with the same content; of two
 * reports about one cause, the one with the later {@code at} counts.
 *
 * @param kind a stable word of {@link ConditionKind}; words that are not known yet may come from a newer service
 * @param cause a stable text: reports about the same thing have the same one
 * @param state RAISED also says again that it goes on
 * @param service that has noticed it, such as {@code scheduler}
 * @param since when it began
 * @param count how many things it is about; 1 if it cannot be counted
 * @param dataTypes that it is about; empty: about none, or all
 * @param detail a sentence or more for people, instants in ISO 8601; never holds a secret
 * @param facts more of it by name, such as {@code code}; what there is depends on the kind
 * @param breakdown what the count is made of, the largest first; empty: nothing to tell
 */
public record ConditionReported(
        String kind,
        String cause,
        State state,
        String service,
        Instant since,
        Instant at,
        long count,
        List<DataType> dataTypes,
        String detail,
        Map<String, String> facts,
        List<Part> breakdown) {

    public ConditionReported {
        dataTypes = dataTypes == null ? List.of() : List.copyOf(dataTypes);
        facts = facts == null ? Map.of() : Map.copyOf(facts);
        breakdown = breakdown == null ? List.of() : List.copyOf(breakdown);
    }

    /** CLEARED: it is over. */
    public enum State {
        RAISED,
        CHANGED,
        CLEARED
    }

    /**
     * A part of the count.
     *
     * @param dataType null: of none
     * @param what it is, in words for people
     */
    public record Part(@Nullable String dataType, String what, long count) {}
}
