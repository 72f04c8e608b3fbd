package dev.squaresync.notifier.schema;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why the schema could not be brought to this version of the service, instead of a stack trace. */
class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayException failure) {
        if (failure instanceof FlywayValidateException) {
            return new FailureAnalysis(
                    "The tables in the database are not those of this version of the notifier: " + firstLines(failure),
                    "Start the version of the notifier that made them, or a newer one.",
                    failure);
        }
        SQLException refusal = findCause(failure, SQLException.class);
        if (refusal != null && isOutOfReach(refusal)) {
            return new FailureAnalysis(
                    "The notifier cannot use its database: " + refusal.getMessage(),
                    "Start PostgreSQL, and check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                            + " SPRING_DATASOURCE_PASSWORD.",
                    failure);
        }
        return new FailureAnalysis(
                "The notifier cannot bring its tables to this version: "
                        + firstLines(refusal == null ? failure : refusal),
                "Check that the role of SPRING_DATASOURCE_USERNAME owns the schema notifier.",
                failure);
    }

    /** SQLSTATE classes 08 (connection), 28 (wrong password), 3D (no such database), 57 (starting or stopping). */
    private static boolean isOutOfReach(SQLException refusal) {
        return refusal.getSQLState() != null && refusal.getSQLState().matches("(08|28|3D|57).*");
    }

    /** What follows them is advice for developers. */
    private static String firstLines(Throwable e) {
        return String.valueOf(e.getMessage()).lines().limit(2).collect(Collectors.joining(" "));
    }
}
