package dev.squaresync.localstack.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;

/**
 * The database of the services: one role for each service that stores something, each the owner of one schema. The
 * tables are the services' own affair.
 */
public final class SquareSyncDatabase {

    private final PostgresServer server;
    private final Function<DatabaseRole, String> passwords;

    public SquareSyncDatabase(PostgresServer server, Function<DatabaseRole, String> passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    /**
     * Creates the database, the roles and the schemas; what is there already stays as it is, but for the passwords.
     *
     * @throws IllegalStateException if the server refuses
     */
    public void createUnlessThere(String database) {
        try {
            try (Connection connection = server.connect("postgres")) {
                createRoles(connection);
                createDatabase(connection, database);
            }
            try (Connection connection = server.connect(database)) {
                createSchemas(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + database + ": " + e.getMessage(), e);
        }
    }

    private void createRoles(Connection connection) throws SQLException {
        for (DatabaseRole role : DatabaseRole.values()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", role.user())) {
                execute(connection, "create role %I login", role.user());
            }
            execute(connection, "alter role %I password %L", role.user(), passwords.apply(role));
            execute(connection, "alter role %I set search_path to %I", role.user(), role.schema());
        }
    }

    private static void createDatabase(Connection connection, String database) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
            execute(connection, "create database %I", database);
        }
        execute(connection, "revoke all on database %I from public", database);
        for (DatabaseRole role : DatabaseRole.values()) {
            execute(connection, "grant connect, temporary on database %I to %I", database, role.user());
        }
    }

    private static void createSchemas(Connection connection) throws SQLException {
        for (DatabaseRole role : DatabaseRole.values()) {
            execute(connection, "create schema if not exists %I authorization %I", role.schema(), role.user());
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Lets the server quote names (%I) and literals (%L), which cannot be parameters of such statements. */
    private static void execute(Connection connection, String template, Object... values) throws SQLException {
        String sql;
        try (PreparedStatement format = connection.prepareStatement("select format(?, variadic ?::text[])")) {
            format.setString(1, template);
            format.setArray(2, connection.createArrayOf("text", values));
            try (ResultSet rows = format.executeQuery()) {
                rows.next();
                sql = rows.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
