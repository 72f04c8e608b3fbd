package dev.squaresync.writer.mirror;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one object that a run has touched.
 *
 * @param stateId the entry in {@code previous_states} that holds the state to restore; null: there is none
 * @param isDone an earlier try of the same roll-back has done it
 * @param isTouched something else has changed the object since; it stays as it is
 */
record ObjectPlan(List<String> key, Action action, @Nullable Long stateId, boolean isDone, boolean isTouched) {

    enum Action {
        RESTORED,
        REMOVED,
        REINSERTED
    }

    boolean isToDo(Action wanted) {
        return action == wanted && !isDone && !isTouched;
    }

    /** The parts of the key, joined by a colon. */
    String id() {
        return String.join(":", key);
    }
}
