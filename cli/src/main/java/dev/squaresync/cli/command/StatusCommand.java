package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Show how the data stands: is it complete, up to when, and what comes next.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Answer<Status> status = session.scheduler(options).status();
        if (options.json()) {
            session.screen().document(status.json());
        } else {
            session.statusView().status(status.value());
        }
        return ExitCode.DONE;
    }
}
