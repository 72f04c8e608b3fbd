package dev.squaresync.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.squaresync.invariants.Invariant;
import dev.squaresync.invariants.Invariants;
import dev.squaresync.invariants.Moment;
import dev.squaresync.invariants.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/** What must hold when faults have stopped: the queues drain, the mirror equals the shop, and nothing contradicts an invariant. */
final class AtRest {

    /** The last mail and the last confirmation are on their way for a moment after the queues are empty. */
    private static final Duration UNTIL_SETTLED = Duration.ofMinutes(2);

    private final FaultStack stack;

    AtRest(FaultStack stack) {
        this.stack = stack;
    }

    /** @throws AssertionError naming everything that does not hold */
    void check() {
        stack.broker().awaitDrained();
        Map<String, List<String>> violations = new TreeMap<>();
        try {
            await("nothing contradicts an invariant")
                    .atMost(UNTIL_SETTLED)
                    .pollInterval(Duration.ofSeconds(3))
                    .pollDelay(Duration.ZERO)
                    .until(() -> {
                        violations.clear();
                        violations.putAll(violations());
                        return violations.isEmpty();
                    });
        } catch (ConditionTimeoutException e) {
            assertThat(violations).isEmpty();
        }
        new MirrorEqualsTruth(stack.shop(), stack.mirror()).check();
    }

    /** By the invariant's name. */
    Map<String, List<String>> violations() throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = stack.system().connectToDatabase()) {
            loadTruth(connection);
            for (Invariant invariant : Invariants.all()) {
                List<String> violations = invariant.violations(connection, Moment.AT_REST);
                if (!violations.isEmpty()) {
                    all.put(invariant.number() + " " + invariant.name(), new ArrayList<>(violations));
                }
            }
        }
        return all;
    }

    private void loadTruth(Connection connection) throws SQLException {
        try (Source source = Source.in(connection)) {
            for (String dataType : List.of("locations", "categories", "catalog", "orders", "inventory")) {
                try (Stream<JsonNode> truth = stack.shop().truth(dataType)) {
                    for (JsonNode object : (Iterable<JsonNode>) truth::iterator) {
                        source.add(dataType, object.toString());
                    }
                }
            }
        }
    }
}
