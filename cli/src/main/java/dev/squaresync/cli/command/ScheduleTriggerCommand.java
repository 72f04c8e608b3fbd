package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.SchedulerApi;
import dev.squaresync.cli.output.RunView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "trigger", description = "Sync one data type now, as its schedule says.")
final class ScheduleTriggerCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TYPE", description = "The data type.")
    private String dataType = "";

    @Option(names = "--wait", description = "Show progress until the end; the exit code tells how it went.")
    private boolean wait;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    ScheduleTriggerCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SchedulerApi scheduler = session.scheduler(options);
        Answer<Run> requested = scheduler.trigger(dataType);
        if (wait) {
            return session.follow(scheduler, requested.value(), options);
        }
        if (options.json()) {
            session.screen().document(requested.json());
        } else {
            session.screen()
                    .line("Requested " + dataType + " as run "
                            + requested.value().id() + ".");
            session.screen().line("Follow it: ./square-sync run " + RunView.shortId(requested.value()) + " --watch");
        }
        return ExitCode.DONE;
    }
}
