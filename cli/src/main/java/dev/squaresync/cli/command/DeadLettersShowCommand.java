package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.DeadLetter;
import dev.squaresync.cli.api.DeadLetterApi;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show one dead letter: its cause, where it belongs, and its message.")
final class DeadLettersShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The dead letter's id, or its first characters.")
    private String id = "";

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    DeadLettersShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DeadLetterApi deadLetters = session.scheduler(options).deadLetters();
        Answer<DeadLetter> letter = deadLetters.one(Ids.deadLetter(deadLetters, id));
        if (options.json()) {
            session.screen().document(letter.json());
        } else {
            session.deadLetterView().details(letter.value());
        }
        return ExitCode.DONE;
    }
}
