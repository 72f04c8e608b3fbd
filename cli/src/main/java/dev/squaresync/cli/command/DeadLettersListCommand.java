package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Answer;
import dev.squaresync.cli.api.DeadLetterFilter;
import dev.squaresync.cli.api.DeadLetterGroups;
import dev.squaresync.cli.api.DeadLetters;
import dev.squaresync.cli.api.SchedulerApi;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List dead letters, the newest first, or count them by their cause.")
final class DeadLettersListCommand implements Callable<Integer> {

    private static final String ANY = "all";

    @Option(
            names = "--state",
            paramLabel = "STATE",
            defaultValue = "open",
            description = "open, replaying, replayed, discarded or all. Default: open.")
    private String state = "open";

    @Option(names = "--by-cause", description = "One line for each cause instead of one for each dead letter.")
    private boolean byCause;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "How many, 1 to 200. Default: 50.")
    private int limit;

    @Option(names = "--before", paramLabel = "ID", description = "Only older ones than this; continues a list.")
    private @Nullable String before;

    @Mixin
    private final FilterOptions filters = new FilterOptions();

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    DeadLettersListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SchedulerApi scheduler = session.scheduler(options);
        DeadLetterFilter filter = filters.filter(scheduler);
        String wanted = state.equalsIgnoreCase(ANY) ? null : state.toUpperCase(Locale.ROOT);
        if (byCause) {
            groups(scheduler.deadLetters().groups(wanted, filter));
        } else {
            list(scheduler.deadLetters().list(wanted, filter, limit, before));
        }
        return ExitCode.DONE;
    }

    private void groups(Answer<DeadLetterGroups> found) {
        if (options.json()) {
            session.screen().document(found.json());
        } else {
            session.deadLetterView().groups(found.value());
        }
    }

    private void list(Answer<DeadLetters> found) {
        if (options.json()) {
            session.screen().document(found.json());
        } else {
            session.deadLetterView().list(found.value());
        }
    }
}
