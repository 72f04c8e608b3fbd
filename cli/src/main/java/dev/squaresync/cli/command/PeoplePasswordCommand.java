package dev.squaresync.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "password",
        description =
                "Give somebody another password, which signs them out. Asks for it, or reads it as the one line of the"
                        + " standard input.")
final class PeoplePasswordCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The person's name.")
    private String name = "";

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    PeoplePasswordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String password = Passwords.ask(session, "New password of " + name);
        session.scheduler(options).access().changePassword(name, password);
        session.done(options, name + " has another password and is signed out.");
        return ExitCode.DONE;
    }
}
