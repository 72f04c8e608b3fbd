package dev.squaresync.scheduler.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which dead letters are meant; null: any. */
public record DeadLetterFilter(
        @Nullable DeadLetterState state,
        @Nullable String queue,
        @Nullable String wireType,
        @Nullable String code,
        @Nullable String dataType,
        @Nullable UUID runId) {

    /** All that nobody has decided about. */
    public static final DeadLetterFilter OPEN =
            new DeadLetterFilter(DeadLetterState.OPEN, null, null, null, null, null);

    /** The same in another state; null: in any. */
    public DeadLetterFilter whichAre(@Nullable DeadLetterState state) {
        return new DeadLetterFilter(state, queue, wireType, code, dataType, runId);
    }

    /** Sets the parameters of {@code matches.sql}. */
    StatementSpec addTo(StatementSpec statement) {
        return statement
                .param("state", state == null ? null : state.name())
                .param("queue", queue)
                .param("wireType", wireType)
                .param("code", code)
                .param("dataType", dataType)
                .param("runId", runId);
    }

    /** Whose they are, such as {@code code square-unauthorized, data type orders}; without the state. */
    public String inWords() {
        List<String> words = new ArrayList<>();
        add(words, "queue", queue);
        add(words, "type", wireType);
        add(words, "code", code);
        add(words, "data type", dataType);
        add(words, "run", runId);
        return words.isEmpty() ? "all" : String.join(", ", words);
    }

    private static void add(List<String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.add(name + " " + value);
        }
    }
}
