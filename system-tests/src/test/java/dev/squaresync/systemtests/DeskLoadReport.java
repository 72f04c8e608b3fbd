package dev.squaresync.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured with and without a crowd at the desk. */
final class DeskLoadReport {

    private final List<Duration> quiet = new ArrayList<>();
    private final List<Duration> quietWork = new ArrayList<>();
    private final List<Duration> crowdedWork = new ArrayList<>();
    private final List<Duration> crowded = new ArrayList<>();
    private final List<Duration> answers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int updates;

    /** @param work the scheduler's CPU time meanwhile */
    void quiet(Duration sync, Duration work) {
        quiet.add(sync);
        quietWork.add(work);
    }

    /** @param work the scheduler's CPU time meanwhile */
    void crowded(Duration sync, Duration work, DeskCrowd crowd) {
        crowded.add(sync);
        crowdedWork.add(work);
        answers.addAll(crowd.answers());
        failures.addAll(crowd.failures());
        updates += crowd.dashboards().stream().mapToInt(Dashboard::updates).sum();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** @param share of the answers that were at least as fast, such as 0.99 */
    Duration answer(double share) {
        return at(share, answers);
    }

    /** The middle sync with the crowd in times of the one without. */
    double longer() {
        return (double) at(0.5, crowded).toNanos() / at(0.5, quiet).toNanos();
    }

    String latest() {
        return "without %s, with %s"
                .formatted(seconds(quiet.get(quiet.size() - 1)), seconds(crowded.get(crowded.size() - 1)));
    }

    String markdown() {
        if (quiet.isEmpty() || crowded.isEmpty() || answers.isEmpty()) {
            return "Nothing was measured to the end.\n";
        }
        return """
                | what | median (least to most) | aim |
                |---|---|---|
                | full sync with nobody at the desk | %s | |
                | the same with the crowd | %s | |
                | in times of without | %.2f | at most 1.10 |
                | the scheduler's CPU time without | %s | |
                | with the crowd | %s | |
                | the API's answers (%d): median, p95 | %d ms, %d ms | |
                | p99, slowest | %d ms, %d ms | p99 under 250 ms |
                | updates sent to open pages | %d | |
                | failures | %d | 0 |
                """.formatted(
                        spread(quiet),
                        spread(crowded),
                        longer(),
                        spread(quietWork),
                        spread(crowdedWork),
                        answers.size(),
                        answer(0.5).toMillis(),
                        answer(0.95).toMillis(),
                        answer(0.99).toMillis(),
                        answer(1).toMillis(),
                        updates,
                        failures.size());
    }

    void write(Path file) {
        try {
            Files.writeString(file, markdown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String spread(List<Duration> syncs) {
        return "%s (%s to %s)".formatted(seconds(at(0.5, syncs)), seconds(at(0, syncs)), seconds(at(1, syncs)));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }

    private static Duration at(double share, List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
