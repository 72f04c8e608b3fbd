package dev.squaresync.cli.doctor.database;

import dev.squaresync.cli.doctor.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The version of a schema, by Flyway's own table in it.
 *
 * @param service its owner, which migrates it at each start
 */
record SchemaProbe(String schema, String service) implements DatabaseProbe {

    private static final String NEWEST = """
            select version, description, success
            from %s.flyway_schema_history
            where version is not null
            order by success, installed_rank desc
            limit 1""";

    @Override
    public String name() {
        return "schema " + schema;
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        if (!isThere(connection)) {
            return missing("It has no tables.");
        }
        return Row.of(
                        connection,
                        NEWEST.formatted(schema),
                        row -> found(row.getString("version"), row.getString("description"), row.getBoolean("success")))
                .orElseGet(() -> missing("No migration was applied to it."));
    }

    private boolean isThere(Connection connection) throws SQLException {
        String there = "select to_regclass('" + schema + ".flyway_schema_history') is not null as there";
        return Row.of(connection, there, row -> row.getBoolean("there")).orElse(false);
    }

    private Finding found(String version, @Nullable String description, boolean success) {
        String migration = version + " (" + description + ")";
        return success
                ? Finding.ok(name(), "At version " + migration + ".")
                : Finding.problem(
                        name(),
                        "Migration " + migration + " has failed.",
                        "The log of the " + service + " says why; mend that, delete the failed row from " + schema
                                + ".flyway_schema_history, and restart the " + service + ".");
    }

    private Finding missing(String sentence) {
        return Finding.problem(
                name(),
                sentence,
                "The " + service + " makes them at its start: see whether it runs against this database.");
    }
}
