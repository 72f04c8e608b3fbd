package dev.squaresync.direct.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "sync",
        description = {
            "Tells what a sync would change, and changes nothing: Square is read, and the mirror's own code writes into"
                    + " temporary tables.",
            "Needs Square and PostgreSQL, and neither RabbitMQ nor the scheduler."
        },
        footer = {
            "",
            "Examples:",
            "  ./square-sync sync --dry-run",
            "  ./square-sync sync --dry-run --data-type orders --since 2026-06-01 --samples 20"
        })
final class SyncPreviewCommand implements Callable<Integer> {

    @Option(names = "--dry-run", required = true, description = "Only tell what would change.")
    private boolean dryRun;

    @Option(
            names = "--data-type",
            paramLabel = "TYPE",
            description = "orders, catalog, categories, locations or inventory; can be repeated. Default: all.")
    private @Nullable List<String> dataTypes;

    @Option(names = "--force", description = "As for a sync: also if very much would be marked as deleted.")
    private boolean force;

    @Option(names = "--wait", hidden = true, description = "Has no meaning here: it always waits.")
    private boolean wait;

    @Mixin
    private final ReadOptions options = new ReadOptions();

    private final Desk desk;

    SyncPreviewCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        options.check();
        try (Workshop workshop = Workshop.open(desk, true, options.atOnce)) {
            List<String> types = dataTypes == null ? RequestReader.ALL : dataTypes;
            return new DryRun(desk, workshop, options)
                    .run(new RequestReader(workshop).read(types, options, null), true, force);
        }
    }
}
