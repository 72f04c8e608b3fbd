package dev.squaresync.localstack.command;

import dev.squaresync.localstack.scheduler.RunStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows a run while it goes on: bars on a terminal, else a line whenever a data type has come a step further. */
final class RunDisplay {

    private static final int BAR_WIDTH = 30;

    private final Screen screen;
    private final Map<String, String> toldSteps = new HashMap<>();

    RunDisplay(Screen screen) {
        this.screen = screen;
    }

    void show(RunStatus run) {
        if (screen.isTerminal()) {
            screen.draw(run.streams().stream().map(RunDisplay::bar).toList());
            return;
        }
        run.streams().stream().filter(this::isNewStep).forEach(stream -> screen.line(step(stream)));
    }

    void showEnd(RunStatus run, double seconds) {
        screen.draw(List.of());
        screen.line("");
        screen.line("Run %s %s after %.1f s:".formatted(run.id(), run.state(), seconds));
        run.streams().forEach(stream -> screen.line(result(stream)));
    }

    /** A tenth of the partitions is a step, so that a long run does not fill a log. */
    private boolean isNewStep(RunStatus.StreamStatus stream) {
        String step = stream.state() + (int) (share(stream) * 10);
        return !step.equals(toldSteps.put(stream.dataType(), step));
    }

    private static String step(RunStatus.StreamStatus stream) {
        return "  %-10s %-9s %d of %d partitions, %s rows"
                .formatted(
                        stream.dataType(),
                        stream.state().toLowerCase(Locale.ROOT),
                        stream.partitionsCompleted(),
                        stream.partitions(),
                        rows(stream.counts().all()));
    }

    private static String bar(RunStatus.StreamStatus stream) {
        int full = (int) (share(stream) * BAR_WIDTH);
        return "  %-10s [%s%s] %3.0f %%  %9s rows  %s"
                .formatted(
                        stream.dataType(),
                        "#".repeat(full),
                        "-".repeat(BAR_WIDTH - full),
                        share(stream) * 100,
                        rows(stream.counts().all()),
                        stream.state().toLowerCase(Locale.ROOT));
    }

    private static String result(RunStatus.StreamStatus stream) {
        RunStatus.Counts counts = stream.counts();
        String parked = counts.parked() == 0 ? "" : ", " + rows(counts.parked()) + " parked";
        String reason = stream.reason().isEmpty() ? "" : ": " + stream.reason();
        return "  %-10s %-9s %9s rows (%s new, %s changed, %s as before, %s deleted%s)%s"
                .formatted(
                        stream.dataType(),
                        stream.state().toLowerCase(Locale.ROOT),
                        rows(counts.all()),
                        rows(counts.inserted()),
                        rows(counts.updated()),
                        rows(counts.unchanged()),
                        rows(counts.deleted()),
                        parked,
                        reason);
    }

    private static double share(RunStatus.StreamStatus stream) {
        if (stream.state().equals("COMPLETED")) {
            return 1;
        }
        return stream.partitions() == 0 ? 0 : (double) stream.partitionsCompleted() / stream.partitions();
    }

    private static String rows(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
