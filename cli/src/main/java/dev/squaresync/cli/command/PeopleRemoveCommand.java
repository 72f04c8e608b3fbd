package dev.squaresync.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Let somebody sign in no more, and sign them out at once.")
final class PeopleRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The person's name.")
    private String name = "";

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    PeopleRemoveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.scheduler(options).access().remove(name);
        session.done(options, name + " may not sign in any more and is signed out.");
        return ExitCode.DONE;
    }
}
