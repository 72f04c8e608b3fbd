package dev.squaresync.cli.output;

import dev.squaresync.cli.api.Run;

/** Shows nothing: a script wants the end only. */
public final class SilentProgress implements ProgressView {

    @Override
    public void show(Run run) {}

    @Override
    public void waiting(String reason) {}
}
