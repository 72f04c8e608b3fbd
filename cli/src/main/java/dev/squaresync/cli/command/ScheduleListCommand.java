package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Schedule;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Show all schedules.")
final class ScheduleListCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    ScheduleListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Answer<List<Schedule>> schedules = session.scheduler(options).schedules();
        if (options.json()) {
            session.screen().document(schedules.json());
        } else {
            session.statusView().schedules(schedules.value());
        }
        return ExitCode.DONE;
    }
}
