package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Tokens;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Show all tokens but that of the scheduler's settings, those in force first.")
final class TokensListCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    TokensListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Answer<Tokens> tokens = session.scheduler(options).access().tokens();
        if (options.json()) {
            session.screen().document(tokens.json());
        } else {
            session.accessView().tokens(tokens.value());
        }
        return ExitCode.DONE;
    }
}
