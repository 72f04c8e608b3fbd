package dev.squaresync.cli.command;

import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.SchedulerApi;
import java.util.List;
import java.util.Locale;

/** Completes the first characters of a run's id. */
final class RunIds {

    private static final int WHOLE = 36;
    private static final int LOOKED_AT = 200;

    private final SchedulerApi scheduler;

    RunIds(SchedulerApi scheduler) {
        this.scheduler = scheduler;
    }

    /** Throws {@link NoSuchRun} unless exactly one of the newest runs begins so. */
    String complete(String typed) {
        String prefix = typed.strip().toLowerCase(Locale.ROOT);
        if (prefix.length() == WHOLE) {
            return prefix;
        }
        List<String> found = scheduler.runs(LOOKED_AT).value().stream()
                .map(Run::id)
                .filter(id -> !prefix.isEmpty() && id.startsWith(prefix))
                .toList();
        return switch (found.size()) {
            case 0 ->
                throw new NoSuchRun(
                        "No run of the newest " + LOOKED_AT + " begins with '" + typed + "'; see ./square-sync runs.");
            case 1 -> found.get(0);
            default ->
                throw new NoSuchRun("'" + typed + "' is the beginning of several runs: " + String.join(", ", found)
                        + ". Type one more character.");
        };
    }
}
