package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.SchedulerApi;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "run", description = "Show one run. The exit code tells how it went.")
final class RunCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The run's id, or its first characters.")
    private String id = "";

    @Option(names = "--watch", description = "Show progress until the end.")
    private boolean watch;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SchedulerApi scheduler = session.scheduler(options);
        Answer<Run> run = scheduler.run(Ids.run(scheduler, id));
        if (watch && run.value().isActive()) {
            return session.follow(scheduler, run.value(), options);
        }
        if (options.json()) {
            session.screen().document(run.json());
        } else {
            session.runView().details(run.value());
        }
        return ExitCode.of(run.value().state());
    }
}
