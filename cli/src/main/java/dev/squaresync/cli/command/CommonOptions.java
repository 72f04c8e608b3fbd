package dev.squaresync.cli.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command. */
final class CommonOptions {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "The scheduler's address. Default: SCHEDULER_URL, else what ./square-sync up has started here."
                            + " The token comes from API_TOKEN, or from up.")
    private @Nullable String url;

    @Option(names = "--json", description = "Print the scheduler's JSON, one document, and nothing else.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Nullable
    String url() {
        return url;
    }

    boolean json() {
        return json;
    }
}
