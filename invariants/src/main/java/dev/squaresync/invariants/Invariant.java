package dev.squaresync.invariants;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that must always hold, as a query for what contradicts it.
 *
 * @param number 1 to 10, as in docs/reliability.md
 * @param name in words with hyphens, as its file is called
 * @param guards what it guards, and why: the comment at the head of its SQL
 * @param needs what must be there before it can be asked for
 * @param sql the query; returns a row for each violation: the problem, and what it was found at
 */
public record Invariant(int number, String name, String guards, Needs needs, String sql) {

    /** So many rows say all there is to say; a mirror that is wrong altogether has ten thousands. */
    private static final int MOST_ROWS = 1_000;

    /**
     * What contradicts it in a system that works; empty: it holds.
     *
     * @param connection of a role that may read the schemas {@code scheduler}, {@code square} and {@code notifier}
     */
    public List<String> violations(Connection connection) throws SQLException {
        return violations(connection, Moment.LIVE);
    }

    /** What contradicts it; empty: it holds. */
    public List<String> violations(Connection connection, Moment moment) throws SQLException {
        say(connection, moment);
        List<String> violations = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS);
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    violations.add(rows.getString("problem") + ": " + rows.getString("ids"));
                }
            }
        }
        return violations;
    }

    private static void say(Connection connection, Moment moment) throws SQLException {
        try (PreparedStatement setting =
                connection.prepareStatement("select set_config('square_sync.at_rest', ?, false)")) {
            setting.setString(1, moment == Moment.AT_REST ? "on" : "off");
            setting.execute();
        }
    }
}
