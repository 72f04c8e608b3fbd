package dev.squaresync.systemtests.histories;

import org.jspecify.annotations.Nullable;

/** Where the services find the history that is played just now. */
final class Stage {

    private @Nullable Scene scene;

    /** What the services touch. */
    record Scene(World world, SimulatedBroker broker, SimulatedSquare square) {}

    void set(@Nullable Scene next) {
        scene = next;
    }

    boolean isEmpty() {
        return scene == null;
    }

    Scene scene() {
        if (scene == null) {
            throw new IllegalStateException("No history is being played.");
        }
        return scene;
    }

    World world() {
        return scene().world();
    }
}
