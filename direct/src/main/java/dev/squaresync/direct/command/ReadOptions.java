package dev.squaresync.direct.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How far back, and how. */
final class ReadOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Everything that changed since a date in the shop's time zone (2026-01-31) or an instant"
                    + " (2026-01-31T00:00:00Z). What a schedule always reads whole is read whole. Default: as far back as the"
                    + " scheduler would go; if it is out of reach, 7 days for orders and 24 hours for inventory.")
    @Nullable
    String since;

    @Option(names = "--full", description = "The whole history.")
    boolean full;

    @Option(
            names = "--partitions-at-once",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many parts are read side by side (default: ${DEFAULT-VALUE}).")
    int atOnce;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "5",
            description = "With --dry-run: how many objects of each data type are shown field by field"
                    + " (default: ${DEFAULT-VALUE}).")
    int samples;

    @Option(names = "--json", description = "For scripts: one JSON document on standard output.")
    boolean json;

    void check() {
        if (full && since != null) {
            throw new CommandFailed(ExitCode.USAGE, "--full is the whole history, so it takes no --since.");
        }
        if (atOnce < 1 || atOnce > 16) {
            throw new CommandFailed(ExitCode.USAGE, "--partitions-at-once must be 1 to 16, but is " + atOnce + ".");
        }
        if (samples < 0 || samples > 1000) {
            throw new CommandFailed(ExitCode.USAGE, "--samples must be 0 to 1000, but is " + samples + ".");
        }
    }
}
