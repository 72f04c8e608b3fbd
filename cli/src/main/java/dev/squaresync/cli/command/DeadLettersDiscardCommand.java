package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.DeadLetter;
import dev.squaresync.cli.api.DeadLetterApi;
import dev.squaresync.cli.api.DeadLetterApi.Discarded;
import dev.squaresync.cli.api.DeadLetterFilter;
import dev.squaresync.cli.api.SchedulerApi;
import dev.squaresync.cli.output.DeadLetterView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "discard",
        description = "Give dead letters up for good. Their rows stay, with the reason and who decided it.")
final class DeadLettersDiscardCommand implements Callable<Integer> {

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            required = true,
            description = "Why, for those who look at it later.")
    private String reason = "";

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    private final Session session;

    DeadLettersDiscardCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String id = selection.id();
        SchedulerApi scheduler = session.scheduler(selection.options());
        return id == null ? discardThoseThatFit(scheduler) : discard(scheduler.deadLetters(), id);
    }

    private int discard(DeadLetterApi deadLetters, String id) {
        Answer<DeadLetter> discarded = deadLetters.discard(Ids.deadLetter(deadLetters, id), reason);
        if (selection.options().json()) {
            session.screen().document(discarded.json());
        } else {
            session.screen()
                    .line("Discarded dead letter "
                            + DeadLetterView.shortId(discarded.value().id()) + ".");
        }
        return ExitCode.DONE;
    }

    private int discardThoseThatFit(SchedulerApi scheduler) {
        DeadLetterFilter filter = selection.filter(scheduler);
        if (!selection.isConfirmed(session, scheduler, filter, "Discard")) {
            session.screen().line("Nothing is discarded.");
            return ExitCode.DONE;
        }
        Answer<Discarded> discarded = scheduler.deadLetters().discard(filter, reason);
        if (selection.options().json()) {
            session.screen().document(discarded.json());
        } else {
            session.screen().line(DeadLetterView.count(discarded.value().discarded(), "discarded"));
        }
        return ExitCode.DONE;
    }
}
