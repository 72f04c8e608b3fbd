package dev.squaresync.systemtests.histories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.squaresync.testsupport.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whoever checks must be checked: each mistake, planted on purpose, turns a history red that is green without it. */
@TestInstance(Lifecycle.PER_CLASS)
class PlantedBugsTest {

    private static final int MOST_HISTORIES = 500;
    private static final int BETWEEN_INVARIANTS = 20;

    private final Lane withoutBugs = new Lane(TestDatabase.fresh());
    private final Map<Long, Outcome> playedWithoutBugs = new HashMap<>();

    @AfterAll
    void close() {
        withoutBugs.close();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void a_planted_bug_is_found(PlantedBug bug, TestReporter reporter) {
        Outcome found = firstRed(bug);

        reporter.publishEntry(bug.name(), "history " + found.seed() + ": " + found.violation());
        Outcome without =
                playedWithoutBugs.computeIfAbsent(found.seed(), seed -> withoutBugs.play(seed, PlantedBug.NONE));
        assertThat(without.violation()).as(without.report()).isNull();
    }

    private static Outcome firstRed(PlantedBug bug) {
        try (Lane lane = new Lane(TestDatabase.fresh())) {
            Outcome red = LongStream.range(0, MOST_HISTORIES)
                    .mapToObj(seed -> judged(lane, lane.play(seed, bug)))
                    .filter(outcome -> !outcome.isGreen())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(MOST_HISTORIES + " histories have not found " + bug));
            assertThat(lane.hasPlanted(bug)).as("planted in SQL").isEqualTo(bug.isInSql());
            return red;
        }
    }

    /** What a history itself does not see, the invariants may. */
    private static Outcome judged(Lane lane, Outcome outcome) {
        if (!outcome.isGreen() || outcome.seed() % BETWEEN_INVARIANTS != BETWEEN_INVARIANTS - 1) {
            return outcome;
        }
        List<String> violations = lane.violations();
        String first = Optional.of(violations)
                .filter(all -> !all.isEmpty())
                .map(all -> all.get(0))
                .orElse(null);
        return new Outcome(outcome.seed(), first, outcome.trace());
    }
}
