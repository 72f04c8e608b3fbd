package dev.squaresync.cli.command;

import dev.squaresync.cli.api.DeadLetter;
import dev.squaresync.cli.api.DeadLetterApi;
import dev.squaresync.cli.api.DeadLetterFilter;
import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.SchedulerApi;
import java.util.List;
import java.util.Locale;

/** Completes the first characters of an id. */
final class Ids {

    private static final int WHOLE = 36;
    private static final int LOOKED_AT = 200;
    private static final DeadLetterFilter ANY = new DeadLetterFilter(null, null, null, null, null);

    private Ids() {}

    /** Throws {@link NotFound} unless exactly one of the newest runs begins so. */
    static String run(SchedulerApi scheduler, String typed) {
        String prefix = normal(typed);
        if (prefix.length() == WHOLE) {
            return prefix;
        }
        List<String> newest =
                scheduler.runs(LOOKED_AT).value().stream().map(Run::id).toList();
        return single(typed, beginning(prefix, newest), "run", "./square-sync runs");
    }

    /** Throws {@link NotFound} unless exactly one of the newest dead letters begins so. */
    static String deadLetter(DeadLetterApi deadLetters, String typed) {
        String prefix = normal(typed);
        if (prefix.length() == WHOLE) {
            return prefix;
        }
        List<String> newest = deadLetters.list(null, ANY, LOOKED_AT, null).value().deadLetters().stream()
                .map(DeadLetter::id)
                .toList();
        return single(typed, beginning(prefix, newest), "dead letter", "./square-sync dead-letters list --state all");
    }

    private static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> beginning(String prefix, List<String> ids) {
        return ids.stream()
                .filter(id -> !prefix.isEmpty() && id.startsWith(prefix))
                .toList();
    }

    private static String single(String typed, List<String> found, String noun, String list) {
        return switch (found.size()) {
            case 0 ->
                throw new NotFound("No " + noun + " of the newest " + LOOKED_AT + " begins with '" + typed + "'; see "
                        + list + ".");
            case 1 -> found.get(0);
            default ->
                throw new NotFound("'" + typed + "' is the beginning of several " + noun + "s: "
                        + String.join(", ", found) + ". Type one more character.");
        };
    }
}
