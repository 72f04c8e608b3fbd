package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.People;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Show who may sign in, beside the admin of the scheduler's settings.")
final class PeopleListCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    PeopleListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Answer<People> people = session.scheduler(options).access().people();
        if (options.json()) {
            session.screen().document(people.json());
        } else {
            session.accessView().people(people.value());
        }
        return ExitCode.DONE;
    }
}
