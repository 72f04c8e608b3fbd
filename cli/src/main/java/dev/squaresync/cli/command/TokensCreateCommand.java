package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Tokens;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Make a token for a program and show it, this once.")
final class TokensCreateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The program's name, which the audit shows.")
    private String name = "";

    @Mixin
    private final RoleOption role = new RoleOption();

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    TokensCreateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Answer<Tokens.Issued> issued = session.scheduler(options).access().create(name, role.role());
        if (options.json()) {
            session.screen().document(issued.json());
        } else {
            session.accessView().issued(issued.value());
        }
        return ExitCode.DONE;
    }
}
