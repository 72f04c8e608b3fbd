package dev.squaresync.cli.doctor;

import dev.squaresync.cli.connection.Connections;
import dev.squaresync.cli.connection.Surroundings;
import dev.squaresync.cli.doctor.broker.BrokerCheck;
import dev.squaresync.cli.doctor.database.DatabaseCheck;
import dev.squaresync.cli.doctor.scheduler.SchedulerCheck;
import dev.squaresync.cli.doctor.scheduler.ServicesCheck;
import dev.squaresync.cli.doctor.square.SquareCheck;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All checks of one system, in the order in which a person wants to read them. */
public final class Doctor {

    private final List<Check> checks;

    private Doctor(List<Check> checks) {
        this.checks = checks;
    }

    /** @param option the scheduler's address that was given as an option; null: none */
    public static Doctor of(Connections connections, @Nullable String option, Clock clock) {
        Surroundings surroundings = connections.surroundings(option);
        return new Doctor(List.of(
                new SchedulerCheck(() -> connections.find(option), surroundings),
                new ServicesCheck(surroundings),
                new BrokerCheck(surroundings),
                new DatabaseCheck(surroundings, clock),
                new SquareCheck(surroundings)));
    }

    /** Tells every finding as soon as it is found. */
    public void examine(Consumer<Finding> findings) {
        checks.forEach(check -> check.examine(findings));
    }
}
