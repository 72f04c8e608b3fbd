package dev.squaresync.cli.doctor;

import java.util.function.Consumer;

/** Looks at a part of the system. It changes nothing there. */
public interface Check {

    /** Tells what it finds, as soon as it finds it. What does not answer is a finding too, no exception. */
    void examine(Consumer<Finding> findings);
}
