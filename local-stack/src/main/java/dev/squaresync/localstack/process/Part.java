package dev.squaresync.localstack.process;

import java.nio.file.Path;

/**
 * A part of a stack that runs as a process of its own. After {@link #stop} or {@link #kill} it can be started again, on
 * the same ports and with the data that it had.
 */
public interface Part {

    /** What it is, in words for a person. */
    String name();

    /**
     * Starts it without waiting for it, so that several parts can start side by side; does nothing when it runs already.
     *
     * @throws StartFailure if it cannot be started
     */
    void launch();

    /**
     * Returns when it is ready to work.
     *
     * @throws StartFailure if it ends by itself or is not ready in time; what was started then may still run
     */
    void awaitReady();

    /** Ends it in an orderly way and returns when it is gone; does nothing when it does not run. */
    void stop();

    /** Ends it at once, as a crash would, and returns when it is gone; does nothing when it does not run. */
    void kill();

    /**
     * Stops its process in its tracks, as a machine that is overloaded or asleep would; the rest of the world sees its
     * connections open. Processes that it has started itself go on. Does nothing when it does not run.
     */
    void pause();

    /** Lets it go on after {@link #pause}; does nothing when it was not paused. */
    void resume();

    boolean isRunning();

    /**
     * The number of its process.
     *
     * @throws IllegalStateException if it was never started
     */
    long pid();

    /** The file that its output is appended to. */
    Path log();

    /** Starts it and returns when it is ready to work. */
    default void start() {
        launch();
        awaitReady();
    }

    /** Ends it in an orderly way and starts it again. */
    default void restart() {
        stop();
        start();
    }
}
