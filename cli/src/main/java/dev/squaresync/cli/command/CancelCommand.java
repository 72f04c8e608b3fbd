package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.SchedulerApi;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cancel",
        description = "Stop a run. What it has written stays; the next run catches up with what it has not.")
final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The run's id, or its first characters.")
    private String id = "";

    @Option(names = "--reason", paramLabel = "REASON", description = "Why, for those who look at it later.")
    private @Nullable String reason;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    CancelCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SchedulerApi scheduler = session.scheduler(options);
        Answer<Run> cancelled = scheduler.cancel(Ids.run(scheduler, id), reason);
        if (options.json()) {
            session.screen().document(cancelled.json());
        } else {
            session.runView().details(cancelled.value());
        }
        return ExitCode.DONE;
    }
}
