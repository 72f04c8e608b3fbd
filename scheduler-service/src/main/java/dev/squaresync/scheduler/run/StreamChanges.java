package dev.squaresync.scheduler.run;

import static dev.squaresync.message.StreamState.CANCELLED;
import static dev.squaresync.message.StreamState.COMPLETED;
import static dev.squaresync.message.StreamState.FAILED;
import static dev.squaresync.message.StreamState.REQUESTED;
import static dev.squaresync.message.StreamState.RUNNING;

import dev.squaresync.message.StreamState;
import java.util.Map;
import java.util.Set;

/** The legal changes of a stream's state. A failed stream can still become complete: a replay of its dead letters heals it. */
final class StreamChanges {

    private static final Map<StreamState, Set<StreamState>> LEGAL = Map.of(
            REQUESTED, Set.of(RUNNING, FAILED, CANCELLED),
            RUNNING, Set.of(COMPLETED, FAILED, CANCELLED),
            FAILED, Set.of(COMPLETED),
            COMPLETED, Set.of(),
            CANCELLED, Set.of());

    private StreamChanges() {}

    /** Throws {@link IllegalStateException} if a stream cannot go from one state to the other. */
    static void check(StreamState from, StreamState to) {
        if (!LEGAL.getOrDefault(from, Set.of()).contains(to)) {
            throw new IllegalStateException("A stream that is " + from + " cannot become " + to + ".");
        }
    }

    /** Whether nothing can happen to the stream any more. */
    static boolean isFinal(StreamState state) {
        return state == COMPLETED || state == CANCELLED;
    }

    static boolean isActive(StreamState state) {
        return state == REQUESTED || state == RUNNING;
    }
}
