package dev.squaresync.systemtests.histories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An object at Square with all its past. */
final class SquareObject {

    private final Kind kind;
    private final String id;
    private final String partition;
    private final List<State> states = new ArrayList<>();
    private int mustHold = -1;

    /** What the object was from one time on. */
    record State(Instant changedAt, String json) {}

    SquareObject(Kind kind, String id, String partition, Instant createdAt) {
        this.kind = kind;
        this.id = id;
        this.partition = partition;
        change(createdAt, false);
    }

    void change(Instant at, boolean deleted) {
        states.add(new State(at, kind.json(id, states.size() + 1, at, deleted)));
    }

    Kind kind() {
        return kind;
    }

    String id() {
        return id;
    }

    String partition() {
        return partition;
    }

    State now() {
        return states.get(states.size() - 1);
    }

    List<State> states() {
        return List.copyOf(states);
    }

    /** The place of the state that the object had at a time; -1: there was none yet. */
    int stateAt(Instant time) {
        int place = -1;
        while (place + 1 < states.size() && !states.get(place + 1).changedAt().isAfter(time)) {
            place++;
        }
        return place;
    }

    /** From now on the mirror must hold this state or a later one. */
    void mustHold(int state) {
        mustHold = Math.max(mustHold, state);
    }

    /** The place of the oldest state that the mirror may hold; -1: none is needed. */
    int mustHold() {
        return mustHold;
    }
}
