package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.Audit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "audit", description = "List who has requested, cancelled, replayed, discarded or changed what.")
final class AuditCommand implements Callable<Integer> {

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many, 1 to 200. Default: 50.")
    private int limit;

    @Option(names = "--before", paramLabel = "ID", description = "Only older ones than this; continues a list.")
    private @Nullable String before;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    AuditCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Answer<Audit> audit = session.scheduler(options).audit(limit, before);
        if (options.json()) {
            session.screen().document(audit.json());
        } else {
            session.auditView().list(audit.value());
        }
        return ExitCode.DONE;
    }
}
