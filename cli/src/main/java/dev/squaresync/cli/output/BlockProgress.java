package dev.squaresync.cli.output;

import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.Run.Stream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a bar for each data type on a terminal, again and again in the same place. */
public final class BlockProgress implements ProgressView {

    private static final int BAR = 16;

    private final Screen screen;
    private final Clock clock;
    private int drawn;

    public BlockProgress(Screen screen, Clock clock) {
        this.screen = screen;
        this.clock = clock;
    }

    @Override
    public void show(Run run) {
        Instant now = run.endedAt() == null ? clock.instant() : run.endedAt();
        List<String> lines = new ArrayList<>();
        lines.add("Run " + RunView.shortId(run) + "  " + screen.state(run.state(), Screen.plain(run.state())) + "  "
                + Figures.duration(Duration.between(run.requestedAt(), now)));
        run.streams().forEach(stream -> lines.add(line(run, stream, now)));
        redraw(lines);
    }

    @Override
    public void waiting(String reason) {
        redraw(List.of(Screen.plain(reason), "Trying again; the run goes on meanwhile."));
    }

    private void redraw(List<String> lines) {
        screen.back(drawn);
        lines.forEach(screen::readyLine);
        screen.flush();
        drawn = lines.size();
    }

    /** At most 80 columns, because a line that wraps cannot be drawn again in its place. */
    private String line(Run run, Stream stream, Instant now) {
        Instant end = stream.endedAt() == null ? now : stream.endedAt();
        String figures = String.format(
                Locale.ENGLISH,
                "%7s %7s pages %9s rows %9s",
                stream.partitionsCompleted() + "/" + stream.partitions(),
                Figures.number(stream.pages()),
                Figures.number(stream.rows()),
                Figures.rate(stream.rows(), Duration.between(run.requestedAt(), end)));
        return String.format("%-12.12s", Screen.plain(stream.dataType()))
                + screen.state(stream.state(), bar(stream))
                + " "
                + (stream.partitions() == 0 && stream.endedAt() == null ? "  planning" : figures);
    }

    private static String bar(Stream stream) {
        int full = stream.state().equals("COMPLETED")
                ? BAR
                : stream.partitions() == 0 ? 0 : BAR * stream.partitionsCompleted() / stream.partitions();
        return "█".repeat(full) + "░".repeat(BAR - full);
    }
}
