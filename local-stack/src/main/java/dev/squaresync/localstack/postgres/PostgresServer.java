package dev.squaresync.localstack.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How to reach a PostgreSQL server as its superuser, {@code postgres}.
 *
 * @param port on 127.0.0.1
 * @param password the superuser's
 */
public record PostgresServer(int port, String password) {

    private static final int VALIDATION_SECONDS = 5;

    /** The JDBC address of a database in this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", password);
    }

    public boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL on port " + port;
    }
}
