package dev.squaresync.invariants;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Triggers for tests, which write down every step back of the mirror and of the watermarks while it happens, for the invariant
 * that {@linkplain Needs#WATCH needs} them.
 */
public final class Watch {

    private Watch() {}

    /**
     * Watches from now on; forgets what an earlier watch has seen.
     *
     * @param connection of a superuser, after the services have migrated their schemas
     */
    public static void install(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(new SqlFile("watch.sql").text());
        }
    }
}
