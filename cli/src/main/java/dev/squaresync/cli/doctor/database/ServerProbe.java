package dev.squaresync.cli.doctor.database;

import dev.squaresync.cli.doctor.Finding;
import java.sql.Connection;
import java.sql.SQLException;

/** Version and role of the server. */
record ServerProbe(String address) implements DatabaseProbe {

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        return Row.of(
                        connection,
                        "select current_setting('server_version') as version, pg_is_in_recovery() as standby",
                        row -> found(row.getString("version"), row.getBoolean("standby")))
                .orElseThrow();
    }

    private Finding found(String version, boolean standby) {
        return standby
                ? Finding.problem(
                        name(),
                        "Version " + version + " at " + address + " is a standby, which takes no writes.",
                        "Promote it, or give the services the address of the primary.")
                : Finding.ok(name(), "Version " + version + " answers at " + address + ".");
    }
}
