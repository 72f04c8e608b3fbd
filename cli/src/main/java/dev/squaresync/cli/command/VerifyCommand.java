package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.SchedulerApi;
import dev.squaresync.cli.api.VerificationRequest;
import dev.squaresync.cli.output.RunView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description =
                "Compare the mirror with Square as a run of the services, as each night. Without --run one process does it.")
final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--run", required = true, description = "As a run, which has a page and can be cancelled.")
    private boolean run;

    @Option(
            names = "--data-type",
            paramLabel = "TYPE",
            description = "orders, catalog, categories, locations or inventory; can be repeated. Default: all.")
    private @Nullable List<String> dataTypes;

    @Option(names = "--repair", description = "Make the mirror what Square has, object by object.")
    private boolean repair;

    @Option(names = "--wait", description = "Show progress until the end; the exit code tells how it went.")
    private boolean wait;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SchedulerApi scheduler = session.scheduler(options);
        Answer<Run> requested = scheduler.verify(new VerificationRequest(dataTypes, repair));
        if (wait) {
            return session.follow(scheduler, requested.value(), options);
        }
        if (options.json()) {
            session.screen().document(requested.json());
        } else {
            tell(requested.value());
        }
        return ExitCode.DONE;
    }

    private void tell(Run run) {
        session.screen()
                .line("Requested a comparison of " + RunView.dataTypes(run) + " with Square as run " + run.id() + ".");
        session.screen().line("Follow it: ./square-sync run " + RunView.shortId(run) + " --watch");
    }
}
