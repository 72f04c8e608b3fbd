package dev.squaresync.systemtests.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.testsupport.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Hundreds of nights in half a minute, with {@code test --faults} thousands. {@code -Dhistory.count} sets how many, {@code -Dhistory.seed} plays one of them and shows what
 * happened in it.
 */
class RandomHistoriesTest {

    private static final int LANES = 2;

    /** What became of a lane's histories. */
    private record Played(List<String> firstTrace, List<String> problems) {}

    @Test
    void no_history_breaks_a_promise_and_a_seed_makes_the_same_history_again() throws Exception {
        Long alone = Long.getLong("history.seed");
        long from = alone == null ? 0 : alone;
        long to = alone == null ? Long.getLong("history.count", 500) : alone + 1;
        List<Played> lanes = new ArrayList<>();
        for (Future<Played> lane : startLanes(from, to)) {
            lanes.add(lane.get());
        }
        List<String> trace = lanes.get(0).firstTrace();
        if (alone != null) {
            System.out.println(String.join("\n", trace));
        }
        assertThat(lanes.stream().flatMap(lane -> lane.problems().stream())).isEmpty();
        assertThat(lanes).allSatisfy(lane -> assertThat(lane.firstTrace()).isEqualTo(trace));
    }

    private static List<Future<Played>> startLanes(long from, long to) {
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        List<Future<Played>> lanes = new ArrayList<>();
        for (int number = 0; number < LANES; number++) {
            int lane = number;
            TestDatabase database = TestDatabase.fresh();
            lanes.add(threads.submit(() -> play(database, lane, from, to)));
        }
        threads.shutdown();
        return lanes;
    }

    /** Every lane begins with the same seed; the others are shared out. */
    private static Played play(TestDatabase database, int number, long from, long to) {
        try (Lane lane = new Lane(database)) {
            Outcome first = lane.play(from, PlantedBug.NONE);
            List<String> trace = first.trace().lines();
            if (!first.isGreen()) {
                return new Played(trace, List.of(first.report()));
            }
            for (long seed = from + (number == 0 ? LANES : number); seed < to; seed += LANES) {
                Outcome outcome = lane.play(seed, PlantedBug.NONE);
                if (!outcome.isGreen()) {
                    // What it has left behind would spoil the next ones.
                    return new Played(trace, List.of(outcome.report()));
                }
            }
            return new Played(trace, lane.violations());
        }
    }
}
