package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Run;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "runs", description = "List runs, the newest first.")
final class RunsCommand implements Callable<Integer> {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "How many, 1 to 200. Default: 20.")
    private int limit;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    RunsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Answer<List<Run>> runs = session.scheduler(options).runs(limit);
        if (options.json()) {
            session.screen().document(runs.json());
        } else {
            session.runView().list(runs.value());
        }
        return ExitCode.DONE;
    }
}
