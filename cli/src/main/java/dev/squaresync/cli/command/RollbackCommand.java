package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Rollback;
import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.SchedulerApi;
import dev.squaresync.cli.output.RollbackView;
import dev.squaresync.cli.output.RunView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rollback",
        description =
                "Undo what a run did, and wait until that is done. Every object gets back what it held before, but for"
                        + " those that a later run or a hand has touched: these are named. A roll-back is a run, and can be rolled back.",
        footer = {
            "",
            "Examples:",
            "  ./square-sync rollback 3f0c8a52 --dry-run    what would it do?",
            "  ./square-sync rollback 3f0c8a52"
        })
final class RollbackCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The id of the run to undo, or its first characters.")
    private String id = "";

    @Option(names = "--dry-run", description = "Write nothing; only tell what would be done.")
    private boolean dryRun;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    RollbackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SchedulerApi scheduler = session.scheduler(options);
        Run requested = scheduler.rollBack(Ids.run(scheduler, id), dryRun).value();
        Run ended = session.untilEnd(scheduler, requested, options).value();
        Answer<Rollback> rollback = scheduler.rollback(ended.id());
        if (options.json()) {
            session.screen().document(rollback.json());
        } else {
            tell(ended, rollback.value());
        }
        return ExitCode.of(ended.state());
    }

    private void tell(Run ended, Rollback rollback) {
        session.screen().line("");
        session.runView().details(ended);
        session.screen().line("");
        new RollbackView(session.screen()).show(rollback);
        if (!rollback.dryRun() && ended.state().equals("COMPLETED")) {
            session.screen().line("");
            session.screen().line("To undo it: ./square-sync rollback " + RunView.shortId(ended));
        }
    }
}
