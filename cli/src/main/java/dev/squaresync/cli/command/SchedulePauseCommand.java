package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Schedule;
import dev.squaresync.cli.api.ScheduleChange;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code pause} and {@code resume}. */
@Command
final class SchedulePauseCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TYPE", description = "The data type.")
    private String dataType = "";

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;
    private final boolean paused;

    SchedulePauseCommand(Session session, boolean paused) {
        this.session = session;
        this.paused = paused;
    }

    @Override
    public Integer call() {
        Answer<Schedule> changed = session.scheduler(options).change(dataType, ScheduleChange.paused(paused));
        if (options.json()) {
            session.screen().document(changed.json());
        } else {
            session.statusView().changed(changed.value());
        }
        return ExitCode.DONE;
    }
}
