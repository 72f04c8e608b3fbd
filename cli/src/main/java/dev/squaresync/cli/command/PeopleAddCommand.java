package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.People;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Let somebody sign in. Asks for the password, or reads it as the one line of the standard input.")
final class PeopleAddCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "The person's name.")
    private String name = "";

    @Mixin
    private final RoleOption role = new RoleOption();

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    PeopleAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String password = Passwords.ask(session, "Password of " + name);
        Answer<People.Person> added = session.scheduler(options).access().add(name, role.role(), password);
        if (options.json()) {
            session.screen().document(added.json());
        } else {
            People.Person person = added.value();
            session.screen().line(person.name() + " may sign in, as " + person.role() + ".");
        }
        return ExitCode.DONE;
    }
}
