package dev.squaresync.scheduler.run;

import static dev.squaresync.message.RunState.CANCELLED;
import static dev.squaresync.message.RunState.COMPLETED;
import static dev.squaresync.message.RunState.FAILED;
import static dev.squaresync.message.RunState.PARTIAL;
import static dev.squaresync.message.RunState.REQUESTED;
import static dev.squaresync.message.RunState.RUNNING;

import dev.squaresync.message.RunState;
import dev.squaresync.message.StreamState;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The legal changes of a run's state. A failed run can still become whole: a replay of its dead letters heals it. */
final class RunChanges {

    private static final Map<RunState, Set<RunState>> LEGAL = Map.of(
            REQUESTED, Set.of(RUNNING, FAILED, CANCELLED),
            RUNNING, Set.of(COMPLETED, PARTIAL, FAILED, CANCELLED),
            PARTIAL, Set.of(COMPLETED),
            FAILED, Set.of(PARTIAL, COMPLETED),
            COMPLETED, Set.of(),
            CANCELLED, Set.of());

    private RunChanges() {}

    /** Throws {@link IllegalStateException} if a run cannot go from one state to the other. */
    static void check(RunState from, RunState to) {
        if (!LEGAL.getOrDefault(from, Set.of()).contains(to)) {
            throw new IllegalStateException("A run that is " + from + " cannot become " + to + ".");
        }
    }

    /** How a run has ended whose streams have all ended. */
    static RunState end(Collection<StreamState> streams) {
        if (streams.contains(StreamState.COMPLETED)) {
            return streams.stream().allMatch(StreamState.COMPLETED::equals) ? COMPLETED : PARTIAL;
        }
        return streams.contains(StreamState.FAILED) ? FAILED : CANCELLED;
    }
}
