package dev.squaresync.cli.output;

import dev.squaresync.cli.api.Run;

/** Shows a run while it is going on. */
public interface ProgressView {

    /** Called with each new look at the run, the last one included. */
    void show(Run run);

    /** The scheduler does not answer for the moment. */
    void waiting(String reason);
}
