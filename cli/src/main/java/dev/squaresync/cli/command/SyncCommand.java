package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.RunRequest;
import dev.squaresync.cli.api.SchedulerApi;
import dev.squaresync.cli.output.RunView;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "sync", description = "Sync now.")
final class SyncCommand implements Callable<Integer> {

    @Option(
            names = "--data-type",
            paramLabel = "TYPE",
            description = "orders, catalog, categories, locations or inventory; can be repeated. Default: all.")
    private @Nullable List<String> dataTypes;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Everything that changed since a date in the shop's time zone (2026-01-31) or an instant"
                    + " (2026-01-31T00:00:00Z).")
    private @Nullable String since;

    @Option(names = "--full", description = "The whole history.")
    private boolean full;

    @Option(
            names = "--force",
            description =
                    "Cancel what is active of the same data types first, and believe an empty listing or a mass deletion.")
    private boolean force;

    @Option(
            names = "--dry-run",
            description =
                    "Only tell what would change: reads Square itself, and needs neither RabbitMQ nor the scheduler.")
    private boolean dryRun;

    @Option(names = "--wait", description = "Show progress until the end; the exit code tells how it went.")
    private boolean wait;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    SyncCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (dryRun) {
            // The script starts the program that can; this one knows neither Square nor the mirror.
            session.screen().error("Give it to the script: ./square-sync sync --dry-run.");
            return ExitCode.USAGE;
        }
        SchedulerApi scheduler = session.scheduler(options);
        Answer<Run> requested = scheduler.request(new RunRequest(dataTypes, since, full, force, null));
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
        session.screen().line("Requested " + RunView.dataTypes(run) + " as run " + run.id() + ".");
        session.screen().line("Follow it: ./square-sync run " + RunView.shortId(run) + " --watch");
    }
}
