package dev.squaresync.writer.mirror;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.NestedExceptionUtils;

/**
 * What PostgreSQL said when it refused.
 *
 * @param state SQLSTATE; empty if there is none
 * @param reason one sentence without the data that was refused
 */
record SqlFailure(String state, String reason) {

    // Data exceptions, constraint violations, limits exceeded (too long an index row, too deep a nesting).
    private static final Set<String> ABOUT_DATA = Set.of("22", "23", "54");
    // Serialization failures and deadlocks.
    private static final String TRANSACTION_ROLLBACK = "40";

    /** The deepest says it best: the connection pool repeats the state of what kept it from connecting, not the reason. */
    static SqlFailure of(Throwable e) {
        SqlFailure deepest = new SqlFailure("", message(NestedExceptionUtils.getMostSpecificCause(e)));
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                deepest = new SqlFailure(sql.getSQLState(), message(sql) + " (" + sql.getSQLState() + ")");
            }
        }
        return deepest;
    }

    /** Another try with the same data would fail as well. */
    boolean isAboutData() {
        return ABOUT_DATA.contains(stateClass());
    }

    /** The transaction lost against another one; the same again can succeed at once. */
    boolean isLostRace() {
        return TRANSACTION_ROLLBACK.equals(stateClass());
    }

    private String stateClass() {
        return state.length() < 2 ? "" : state.substring(0, 2);
    }

    private static String message(Throwable e) {
        ServerErrorMessage server = e instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        @Nullable String message = server == null ? e.getMessage() : server.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
