package dev.squaresync.cli.doctor.database;

import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.invariants.Invariant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Something that must always hold. */
record InvariantProbe(Invariant invariant) implements DatabaseProbe {

    private static final int EXAMPLES = 3;

    @Override
    public String name() {
        return "invariant " + invariant.number();
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        String words = inWords();
        return switch (invariant.needs()) {
            case NOTHING -> found(words, invariant.violations(connection));
            case SOURCE ->
                Finding.notChecked(
                        name(),
                        words + ": needs all of Square's data beside the mirror.",
                        "It is proven against the simulator: ./square-sync test --faults");
            case WATCH ->
                Finding.notChecked(
                        name(),
                        words + ": needs triggers that watch while it happens.",
                        "It is proven by ./square-sync test --faults");
        };
    }

    private Finding found(String words, List<String> violations) {
        if (violations.isEmpty()) {
            return Finding.ok(name(), words + ": holds.");
        }
        return Finding.problem(
                name(),
                words + ", " + violations.size() + " times not so: "
                        + String.join("; ", violations.subList(0, Math.min(EXAMPLES, violations.size()))),
                "Run this again in some minutes, if a sync is going on. If it stays: see docs/reliability.md.");
    }

    private String inWords() {
        String words = invariant.name().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
