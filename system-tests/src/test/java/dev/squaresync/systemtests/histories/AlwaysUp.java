package dev.squaresync.systemtests.histories;

import dev.squaresync.dependency.Dependency;

/** Square as a dependency: the simulated one has moments, not outages. */
final class AlwaysUp implements Dependency {

    @Override
    public String name() {
        return "Square";
    }

    @Override
    public boolean explains(Throwable failure) {
        return false;
    }

    @Override
    public void probe() {}
}
