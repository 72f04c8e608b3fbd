package dev.squaresync.direct.report;

import dev.squaresync.direct.read.StreamFigures;
import dev.squaresync.direct.read.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows how far it is: a bar for each data type on a terminal, else a line every few seconds. */
public final class Progress implements AutoCloseable {

    private static final Duration BETWEEN_PICTURES = Duration.ofMillis(400);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int BAR = 20;

    private final Screen screen;
    private final Tally tally;
    private final Clock clock;
    private final Instant start;
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private int drawn;

    private Progress(Screen screen, Tally tally, Clock clock) {
        this.screen = screen;
        this.tally = tally;
        this.clock = clock;
        this.start = clock.instant();
    }

    public static Progress start(Screen screen, Tally tally, Clock clock) {
        Progress progress = new Progress(screen, tally, clock);
        long millis = (screen.isTerminal() ? BETWEEN_PICTURES : BETWEEN_LINES).toMillis();
        progress.ticker.scheduleAtFixedRate(progress::show, millis, millis, TimeUnit.MILLISECONDS);
        return progress;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        if (screen.isTerminal()) {
            show();
        }
    }

    private synchronized void show() {
        List<String> lines = new ArrayList<>();
        tally.figures().forEach(stream -> lines.add(screen.isTerminal() ? bar(stream) : words(stream)));
        String waiting = tally.waiting();
        if (!waiting.isEmpty()) {
            lines.add(waiting.length() > 79 && screen.isTerminal() ? waiting.substring(0, 79) : waiting);
        }
        if (screen.isTerminal()) {
            screen.back(drawn);
            drawn = lines.size();
        }
        lines.forEach(screen::note);
    }

    private static String bar(StreamFigures stream) {
        int full = stream.partitions() == 0 ? BAR : BAR * stream.whole() / stream.partitions();
        return String.format(
                Locale.ENGLISH,
                "%-11s %s %4d/%d  %,7d pages  %,9d rows",
                stream.dataType(),
                "█".repeat(full) + "░".repeat(BAR - full),
                stream.whole(),
                stream.partitions(),
                stream.pages(),
                stream.counts().total());
    }

    private String words(StreamFigures stream) {
        return String.format(
                Locale.ENGLISH,
                "%s: %d of %d parts, %,d pages, %,d rows after %d s",
                stream.dataType(),
                stream.whole(),
                stream.partitions(),
                stream.pages(),
                stream.counts().total(),
                Duration.between(start, clock.instant()).toSeconds());
    }
}
