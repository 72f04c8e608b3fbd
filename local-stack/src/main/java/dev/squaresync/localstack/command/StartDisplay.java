package dev.squaresync.localstack.command;

import dev.squaresync.localstack.process.Part;
import dev.squaresync.localstack.stack.StackListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Shows what is being started and since when, and leaves a line for each part that is ready. */
final class StartDisplay implements StackListener, AutoCloseable {

    private static final String SPINNER = "|/-\\";
    private static final long REDRAW_MILLIS = 120;
    private static final double NANOS = 1e9;

    private final Screen screen;
    private final Map<String, Long> startedAt = new LinkedHashMap<>();
    private final ScheduledExecutorService redrawing;
    private int turn;

    StartDisplay(Screen screen) {
        this.screen = screen;
        this.redrawing = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "start display");
            thread.setDaemon(true);
            return thread;
        });
        if (screen.isTerminal()) {
            redrawing.scheduleAtFixedRate(this::redraw, 0, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void starting(Part part) {
        startedAt.put(part.name(), System.nanoTime());
    }

    @Override
    public synchronized void ready(Part part) {
        screen.line("  %-18s ready after %.1f s".formatted(part.name(), secondsSince(startedAt.remove(part.name()))));
    }

    @Override
    public void close() {
        redrawing.shutdownNow();
        screen.draw(List.of());
    }

    private synchronized void redraw() {
        String wheel = SPINNER.substring(turn, turn + 1);
        turn = (turn + 1) % SPINNER.length();
        screen.draw(startedAt.entrySet().stream()
                .map(part -> "%s %-18s %.0f s".formatted(wheel, part.getKey(), secondsSince(part.getValue())))
                .toList());
    }

    private static double secondsSince(@Nullable Long nanos) {
        return nanos == null ? 0 : (System.nanoTime() - nanos) / NANOS;
    }
}
