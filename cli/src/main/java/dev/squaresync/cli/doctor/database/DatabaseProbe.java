package dev.squaresync.cli.doctor.database;

import dev.squaresync.cli.doctor.Finding;
import java.sql.Connection;
import java.sql.SQLException;

/** One question to PostgreSQL. */
interface DatabaseProbe {

    /** What is looked at, in a few words. */
    String name();

    Finding look(Connection connection) throws SQLException;
}
