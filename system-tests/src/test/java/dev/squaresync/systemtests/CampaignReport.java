package dev.squaresync.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What a campaign has done and found. */
final class CampaignReport {

    /** What is counted besides the faults, in the order of the table. */
    enum Count {
        ROUNDS("rounds"),
        RUNS("runs"),
        HEALED_BY_REPLAY("runs that failed and were healed by replaying their dead letters"),
        HEALED_BY_NEXT_RUN("runs that failed and were made good by the next one"),
        RECORDS("records synced"),
        OPEN_DEAD_LETTERS("dead letters left open"),
        LOST("records lost or wrong"),
        REGRESSED("records regressed"),
        HUNG("runs that did not end");

        private final String word;

        Count(String word) {
            this.word = word;
        }
    }

    private final long seed;
    private final Instant startedAt = Instant.now();
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<Count, Long> counts = new TreeMap<>();

    CampaignReport(long seed) {
        this.seed = seed;
    }

    synchronized void struck(FaultKind kind) {
        faults.merge(kind.word(), 1, Integer::sum);
    }

    /** Faults of Square that met no request. */
    synchronized void missed(String word) {
        faults.computeIfPresent(word, (any, times) -> times > 1 ? times - 1 : null);
    }

    synchronized void add(Count count, long more) {
        counts.merge(count, more, Long::sum);
    }

    synchronized void set(Count count, long value) {
        counts.put(count, value);
    }

    synchronized long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    synchronized int faults() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized int kinds() {
        return (int) faults.values().stream().filter(times -> times > 0).count();
    }

    Duration took() {
        return Duration.between(startedAt, Instant.now());
    }

    synchronized String markdown() {
        StringBuilder table = new StringBuilder("Seed " + seed + ", " + took().toMinutes() + " minutes, " + faults()
                + " faults of " + kinds() + " kinds.\n\n");
        table.append("| fault | times |\n|---|---:|\n");
        faults.forEach((word, times) -> table.append("| %s | %d |%n".formatted(word, times)));
        table.append("\n| found | |\n|---|---:|\n");
        for (Count count : Count.values()) {
            table.append("| %s | %,d |%n".formatted(count.word, of(count)));
        }
        return table.toString();
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, markdown());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
