package dev.squaresync.cli.command;

import dev.squaresync.cli.api.DeadLetterFilter;
import dev.squaresync.cli.api.SchedulerApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that choose dead letters; several narrow the choice. */
final class FilterOptions {

    @Option(names = "--queue", paramLabel = "QUEUE", description = "Only from this queue.")
    private @Nullable String queue;

    @Option(names = "--type", paramLabel = "TYPE", description = "Only this kind of message, such as fetch-page.v1.")
    private @Nullable String wireType;

    @Option(names = "--code", paramLabel = "CODE", description = "Only with this cause, such as square-unauthorized.")
    private @Nullable String code;

    @Option(names = "--data-type", paramLabel = "TYPE", description = "Only of this data type, such as orders.")
    private @Nullable String dataType;

    @Option(names = "--run", paramLabel = "ID", description = "Only of this run; its first characters are enough.")
    private @Nullable String runId;

    boolean isEmpty() {
        return queue == null && wireType == null && code == null && dataType == null && runId == null;
    }

    DeadLetterFilter filter(SchedulerApi scheduler) {
        return new DeadLetterFilter(queue, wireType, code, dataType, runId == null ? null : Ids.run(scheduler, runId));
    }
}
