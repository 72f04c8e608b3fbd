package dev.squaresync.systemtests.histories;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What happened in a history, line by line. Put into words only if somebody wants to read it. */
final class Trace {

    private final SimulatedClock clock;
    private final List<Line> lines = new ArrayList<>();

    private record Line(Duration at, Supplier<String> what) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%10.3f s  %s", at.toMillis() / 1000.0, what.get());
        }
    }

    Trace(SimulatedClock clock) {
        this.clock = clock;
    }

    void add(String what) {
        add(() -> what);
    }

    void add(Supplier<String> what) {
        lines.add(new Line(clock.sinceStart(), what));
    }

    List<String> lines() {
        return lines.stream().map(Line::toString).toList();
    }

    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
