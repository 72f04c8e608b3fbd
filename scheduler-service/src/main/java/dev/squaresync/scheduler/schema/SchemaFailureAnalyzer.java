package dev.squaresync.scheduler.schema;

import java.util.stream.Collectors;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that the tables are those of another version of the service, instead of a stack trace. */
class SchemaFailureAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException failure) {
        // What follows the first lines is advice for developers.
        String what = String.valueOf(failure.getMessage()).lines().limit(2).collect(Collectors.joining(" "));
        return new FailureAnalysis(
                "The tables in the database are not those of this version of the scheduler: " + what,
                "Start the version of the scheduler that made them, or a newer one.",
                failure);
    }
}
