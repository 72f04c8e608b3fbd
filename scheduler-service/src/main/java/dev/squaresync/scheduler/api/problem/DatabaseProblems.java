package dev.squaresync.scheduler.api.problem;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** The database is away, or somebody else holds what is needed for too long. Either way the same request may do better later. */
@Component
@Order(95)
class DatabaseProblems implements ProblemSource {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProblems.class);
    private static final String SECONDS = "5";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    @Override
    public @Nullable Problem of(Exception exception) {
        if (exception instanceof DataAccessResourceFailureException
                || exception instanceof CannotCreateTransactionException) {
            LOG.warn("Request refused, the database cannot be reached: {}", exception.getMessage());
            return later(
                    "database-unavailable",
                    "The database cannot be reached",
                    "The scheduler cannot reach its database. Nothing has changed; try again.");
        }
        if (exception instanceof TransientDataAccessException || isLockedTooLong(exception)) {
            LOG.warn("Request refused, the database is busy: {}", exception.getMessage());
            return later(
                    "database-busy",
                    "The database is busy",
                    "Something else is being done with the same rows. Nothing has changed; try again.");
        }
        return null;
    }

    /** PostgreSQL's own name for it, which Spring does not know. */
    private static boolean isLockedTooLong(Exception exception) {
        return exception instanceof UncategorizedSQLException
                && exception.getCause() instanceof SQLException cause
                && LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
    }

    private static Problem later(String name, String title, String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, name, title, detail)
                .withHeader(HttpHeaders.RETRY_AFTER, SECONDS);
    }
}
