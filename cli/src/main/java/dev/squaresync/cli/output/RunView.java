package dev.squaresync.cli.output;

import dev.squaresync.cli.api.Run;
import dev.squaresync.cli.api.Run.Failure;
import dev.squaresync.cli.api.Run.Stream;
import dev.squaresync.cli.output.Table.Column;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows runs to a person. */
public final class RunView {

    /** Enough of a run's id to name it among all that are kept. */
    private static final int SHORT_ID = 8;

    private final Screen screen;
    private final LocalTime time;
    private final Clock clock;

    public RunView(Screen screen, LocalTime time, Clock clock) {
        this.screen = screen;
        this.time = time;
        this.clock = clock;
    }

    /** One line a run. */
    public void list(List<Run> runs) {
        if (runs.isEmpty()) {
            screen.line("There are no runs yet. Start one: ./square-sync sync");
            return;
        }
        Table table = new Table(
                Column.words("run"),
                Column.states("state"),
                Column.words("requested"),
                Column.figures("duration"),
                Column.figures("rows"),
                Column.words("requested by"),
                Column.words("data types"));
        for (Run run : runs) {
            table.row(
                    shortId(run),
                    run.state(),
                    time.at(run.requestedAt()),
                    Figures.duration(duration(run)),
                    Figures.number(run.progress().rows()),
                    run.requestedBy(),
                    dataTypes(run));
        }
        table.print(screen);
    }

    /** Everything about one run, with what went wrong at the end. */
    public void details(Run run) {
        screen.readyLine("Run " + Screen.plain(run.id()) + "  " + screen.state(run.state(), Screen.plain(run.state())));
        screen.line("Requested by " + run.requestedBy() + " on " + time.at(run.requestedAt()) + ", "
                + (run.isActive() ? "running for " : "took ") + Figures.duration(duration(run)) + ".");
        if (run.reason() != null) {
            screen.line(time.in(run.reason()));
        }
        screen.line("");
        streams(run);
        run.streams().forEach(this::failure);
    }

    private void streams(Run run) {
        Table table = new Table(
                Column.words("data type"),
                Column.states("state"),
                Column.figures("inserted"),
                Column.figures("updated"),
                Column.figures("unchanged"),
                Column.figures("deleted"),
                Column.figures("parked"),
                Column.figures("duration"),
                Column.figures("rows/s"),
                Column.words("complete up to"));
        for (Stream stream : run.streams()) {
            Duration duration = Duration.between(run.requestedAt(), orNow(stream.endedAt()));
            table.row(
                    stream.dataType(),
                    stream.state(),
                    Figures.number(stream.inserted()),
                    Figures.number(stream.updated()),
                    Figures.number(stream.unchanged()),
                    Figures.number(stream.deleted()),
                    Figures.number(stream.parked()),
                    Figures.duration(duration),
                    Figures.rate(stream.rows(), duration).replace("/s", ""),
                    time.at(stream.completeUpTo()));
        }
        table.print(screen);
    }

    private void failure(Stream stream) {
        Failure failure = stream.failure();
        if (failure != null) {
            screen.line("");
            screen.line(stream.dataType() + ": " + time.in(failure.detail()) + " (" + failure.code() + ", tried "
                    + (failure.attempts() == 1 ? "once" : failure.attempts() + " times") + ")");
        }
    }

    private Duration duration(Run run) {
        return Duration.between(run.requestedAt(), orNow(run.endedAt()));
    }

    private Instant orNow(@Nullable Instant instant) {
        return Objects.requireNonNullElseGet(instant, clock::instant);
    }

    public static String dataTypes(Run run) {
        return run.streams().stream().map(Stream::dataType).collect(Collectors.joining(", "));
    }

    /** The id as it is shown and may be typed. */
    public static String shortId(Run run) {
        return run.id().substring(0, Math.min(SHORT_ID, run.id().length()));
    }
}
