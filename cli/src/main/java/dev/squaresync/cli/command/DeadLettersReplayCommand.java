package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.DeadLetter;
import dev.squaresync.cli.api.DeadLetterApi;
import dev.squaresync.cli.api.DeadLetterApi.Replaying;
import dev.squaresync.cli.api.DeadLetterFilter;
import dev.squaresync.cli.api.SchedulerApi;
import dev.squaresync.cli.output.DeadLetterView;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "replay",
        description = {
            "Send dead letters to their queue again, with all their retries.",
            "A run that failed because of them is completed if they succeed. A replay never overwrites newer data."
        })
final class DeadLettersReplayCommand implements Callable<Integer> {

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    private final Session session;

    DeadLettersReplayCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String id = selection.id();
        SchedulerApi scheduler = session.scheduler(selection.options());
        return id == null ? replayThoseThatFit(scheduler) : replay(scheduler.deadLetters(), id);
    }

    private int replay(DeadLetterApi deadLetters, String id) {
        Answer<DeadLetter> replayed = deadLetters.replay(Ids.deadLetter(deadLetters, id));
        if (selection.options().json()) {
            session.screen().document(replayed.json());
        } else {
            DeadLetter letter = replayed.value();
            session.screen()
                    .line("Replaying dead letter " + DeadLetterView.shortId(letter.id()) + " to " + letter.queue()
                            + ".");
            session.screen().line(whatNext(letter));
        }
        return ExitCode.DONE;
    }

    private static String whatNext(DeadLetter letter) {
        return letter.runId() == null
                ? "See whether it comes back: ./square-sync dead-letters list"
                : "See how its run goes: ./square-sync run " + DeadLetterView.shortId(letter.runId());
    }

    private int replayThoseThatFit(SchedulerApi scheduler) {
        DeadLetterFilter filter = selection.filter(scheduler);
        if (!selection.isConfirmed(session, scheduler, filter, "Replay")) {
            session.screen().line("Nothing is replayed.");
            return ExitCode.DONE;
        }
        Answer<Replaying> replaying = scheduler.deadLetters().replay(filter);
        if (selection.options().json()) {
            session.screen().document(replaying.json());
        } else {
            session.screen().line(DeadLetterView.count(replaying.value().replaying(), "being replayed"));
            session.screen().line("See whether they come back: ./square-sync dead-letters list");
        }
        return ExitCode.DONE;
    }
}
