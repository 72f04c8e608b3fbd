package dev.squaresync.dependency;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The service's PostgreSQL. Down also means: full, starting, out of connections, or a standby that takes no writes. */
public final class DatabaseDependency implements Dependency {

    /**
     * Connection exceptions, insufficient resources (a full disk, too many connections), system errors (PostgreSQL, "Error
     * Codes", classes 08, 53 and 58).
     */
    private static final Set<String> CLASSES = Set.of("08", "53", "58");

    /** Shut down by the administrator, after a crash, cannot connect now; a transaction that may only read. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "25006");

    private static final int SECONDS = 10;

    private final DataSource database;

    public DatabaseDependency(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public boolean explains(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(@Nullable String state) {
        return state != null
                && (STATES.contains(state) || state.length() > 1 && CLASSES.contains(state.substring(0, 2)));
    }

    /** Writes some megabytes to a table that vanishes: a database without room answers questions, but takes no page. */
    @Override
    public void probe() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setQueryTimeout(SECONDS);
            statement.execute("create temporary table room on commit drop as"
                    + " select gen_random_uuid() as filler from generate_series(1, 200000)");
            connection.rollback();
        }
    }
}
