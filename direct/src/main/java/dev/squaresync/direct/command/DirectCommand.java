package dev.squaresync.direct.command;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "direct",
        description = {
            "Syncs in this one process, with neither RabbitMQ nor the scheduler: only Square and PostgreSQL.",
            "Safe beside a normal sync. Killed, the same command goes on where it was."
        },
        footer = {
            "",
            "Exit codes: 0 done, 2 wrong usage or settings, 3 some data types are complete, 4 none is,"
                    + " 5 Square or PostgreSQL cannot be reached, 6 the same is running already.",
            "",
            "Examples:",
            "  ./square-sync direct orders --since 2026-06-01",
            "  ./square-sync direct orders catalog --full --dry-run"
        })
final class DirectCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TYPE",
            arity = "0..*",
            description = "orders, catalog, categories, locations or inventory; several one after the other.")
    private @Nullable List<String> types;

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            description = "Orders only: nothing that changed later. Default: now.")
    private @Nullable String until;

    @Option(names = "--dry-run", description = "Only tell what would change.")
    private boolean dryRun;

    @Option(names = "--resume", paramLabel = "ID", description = "Go on with this run.")
    private @Nullable UUID resume;

    @Option(names = "--anew", description = "Start a new run, also if the same one was broken off earlier.")
    private boolean anew;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    private final Desk desk;

    DirectCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        options.check();
        if (resume != null && (types != null || dryRun || anew)) {
            throw new CommandFailed(
                    ExitCode.USAGE, "--resume goes on with what was asked for then: give it nothing but the run's id.");
        }
        if (resume == null && types == null) {
            throw new CommandFailed(
                    ExitCode.USAGE, "Say what to sync, such as ./square-sync direct orders --since 2026-06-01.");
        }
        try (Workshop workshop = Workshop.open(desk, dryRun, options.atOnce)) {
            if (resume != null) {
                return new LiveRun(desk, workshop, options).resume(resume);
            }
            Request request = new RequestReader(workshop).read(types == null ? List.of() : types, options, until);
            return dryRun
                    ? new DryRun(desk, workshop, options).run(request, false, false)
                    : new LiveRun(desk, workshop, options).run(request, anew);
        }
    }
}
