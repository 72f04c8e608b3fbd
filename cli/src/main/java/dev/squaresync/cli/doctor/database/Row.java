package dev.squaresync.cli.doctor.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** The one row that a query returns. */
final class Row {

    private Row() {}

    /** Reads a row while its result is open. */
    interface Reading<T> {

        T read(ResultSet row) throws SQLException;
    }

    /** Empty if there is no row. */
    static <T> Optional<T> of(Connection connection, String sql, Reading<T> reading) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.of(reading.read(rows)) : Optional.empty();
        }
    }
}
