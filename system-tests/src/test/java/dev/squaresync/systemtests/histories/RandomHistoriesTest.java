package dev.squaresync.systemtests.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Thousands of nights in a minute. {@code -Dhistory.count} sets how many, {@code -Dhistory.seed} plays one of them and shows what
 * happened in it.
 */
class RandomHistoriesTest {

    private static final int LANES = 2;

    @Test
    void no_history_breaks_a_promise() throws Exception {
        Long alone = Long.getLong("history.seed");
        long from = alone == null ? 0 : alone;
        long to = alone == null ? Long.getLong("history.count", 2_000) : alone + 1;
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        List<Future<List<String>>> played = new ArrayList<>();
        try {
            for (int first = 0; first < LANES; first++) {
                long seed = from + first;
                Lane lane = new Lane();
                played.add(threads.submit(() -> play(lane, seed, to)));
            }
            for (Future<List<String>> lane : played) {
                assertThat(lane.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** @return reports of what went wrong; empty: nothing did */
    private static List<String> play(Lane lane, long first, long to) {
        try (lane) {
            for (long seed = first; seed < to; seed += LANES) {
                Outcome outcome = lane.play(seed, PlantedBug.NONE);
                if (!outcome.isGreen()) {
                    // What it has left behind would spoil the next ones.
                    return List.of(outcome.report());
                }
            }
            return lane.violations();
        }
    }

    @Test
    void a_seed_makes_the_same_history_again() {
        long seed = Long.getLong("history.seed", 7);
        List<String> once = trace(seed);
        List<String> again = trace(seed);
        if (System.getProperty("history.seed") != null) {
            System.out.println(String.join("\n", once));
        }
        assertThat(again).isEqualTo(once);
    }

    private static List<String> trace(long seed) {
        try (Lane lane = new Lane()) {
            return lane.play(seed, PlantedBug.NONE).trace().lines();
        }
    }
}
