package dev.squaresync.cli.doctor.scheduler;

import dev.squaresync.cli.api.DeadLetterFilter;
import dev.squaresync.cli.api.DeadLetterGroups;
import dev.squaresync.cli.api.DeadLetterGroups.Group;
import dev.squaresync.cli.api.Refused;
import dev.squaresync.cli.api.SchedulerApi;
import dev.squaresync.cli.api.Status;
import dev.squaresync.cli.api.Status.DataTypeStatus;
import dev.squaresync.cli.api.Status.Dependency;
import dev.squaresync.cli.api.Unreachable;
import dev.squaresync.cli.connection.Connection;
import dev.squaresync.cli.connection.NotRunning;
import dev.squaresync.cli.connection.Surroundings;
import dev.squaresync.cli.connection.WrongSetting;
import dev.squaresync.cli.doctor.Check;
import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.cli.doctor.web.HttpAddress;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Whether the scheduler answers, and what it calls for attention to. */
public final class SchedulerCheck implements Check {

    private static final String SCHEDULER = "scheduler";
    private static final String DEAD_LETTERS = "dead letters";
    private static final DeadLetterFilter ANY = new DeadLetterFilter(null, null, null, null, null);

    private final Supplier<Connection> connection;
    private final Surroundings surroundings;

    /** @param connection throws {@link NotRunning} or {@link WrongSetting} if there is none */
    public SchedulerCheck(Supplier<Connection> connection, Surroundings surroundings) {
        this.connection = connection;
        this.surroundings = surroundings;
    }

    @Override
    public void examine(Consumer<Finding> findings) {
        try {
            Connection found = connection.get();
            SchedulerApi scheduler = new SchedulerApi(found.scheduler(), found.token(), found.advice());
            Status status = scheduler.status().value();
            findings.accept(health(found));
            dependencies(status, findings);
            dataTypes(status.dataTypes(), findings);
            findings.accept(deadLetters(scheduler));
        } catch (NotRunning | WrongSetting e) {
            findings.accept(Finding.problem(SCHEDULER, "Cannot be asked.", String.valueOf(e.getMessage())));
        } catch (Unreachable e) {
            findings.accept(Finding.problem(
                    SCHEDULER,
                    String.valueOf(e.getMessage()),
                    "Until it runs nothing is synced; what is missed meanwhile is made up for after its start."));
        } catch (Refused e) {
            findings.accept(refused(e));
        }
    }

    /** Its whole health is on a port of its own, which need not be reachable from here; its readiness always is. */
    private Finding health(Connection found) {
        return surroundings
                .value("SCHEDULER_MANAGEMENT_URL")
                .flatMap(HttpAddress::parse)
                .map(address -> new ServiceHealth(SCHEDULER).at(address.uri()))
                .orElseGet(() -> new ServiceHealth(SCHEDULER, "readyz").at(found.scheduler()));
    }

    private static Finding refused(Refused e) {
        boolean token = e.status() == 401 || e.status() == 403;
        return Finding.problem(
                SCHEDULER,
                e.getMessage() + " (HTTP " + e.status() + ")",
                token ? "Set API_TOKEN to the scheduler's SCHEDULER_API_TOKEN." : "Look at the scheduler's log.");
    }

    private static void dependencies(Status status, Consumer<Finding> findings) {
        for (Dependency outage : status.outages()) {
            findings.accept(Finding.problem(
                    "dependency " + outage.dependency(),
                    "Down for the " + outage.service() + " since " + outage.since()
                            + (outage.detail() == null ? "." : ": " + outage.detail()),
                    "The work waits and goes on by itself as soon as " + outage.dependency() + " is back."));
        }
        if (status.outages().isEmpty() && status.dependencies() != null) {
            findings.accept(Finding.ok("dependencies", "No service reports that something it needs is down."));
        }
    }

    private static void dataTypes(List<DataTypeStatus> dataTypes, Consumer<Finding> findings) {
        for (DataTypeStatus dataType : dataTypes) {
            if (dataType.attention() != null) {
                findings.accept(Finding.problem("data " + dataType.dataType(), dataType.attention(), advice(dataType)));
            } else if (dataType.paused()) {
                findings.accept(Finding.warning(
                        "data " + dataType.dataType(),
                        "Its schedule is paused.",
                        "If nobody wants that any more: ./square-sync schedule resume " + dataType.dataType()));
            }
        }
        if (dataTypes.stream().allMatch(dataType -> dataType.attention() == null)) {
            findings.accept(Finding.ok("data", "Every data type is as fresh as its schedule promises."));
        }
    }

    private static String advice(DataTypeStatus dataType) {
        return dataType.lastRun() == null
                ? "Sync it: ./square-sync sync --wait --data-type " + dataType.dataType()
                : "See why: ./square-sync run " + dataType.lastRun().id();
    }

    private static Finding deadLetters(SchedulerApi scheduler) {
        try {
            DeadLetterGroups open = scheduler.deadLetters().groups("OPEN", ANY).value();
            return open.groups().stream()
                    .max(Comparator.comparingLong(Group::count))
                    .map(largest -> open(open, largest))
                    .orElseGet(() -> Finding.ok(DEAD_LETTERS, "None is open."));
        } catch (Refused e) {
            return Finding.problem(
                    DEAD_LETTERS,
                    "Could not be asked for: " + e.getMessage() + " (HTTP " + e.status() + ")",
                    "Look at the scheduler's log, and whether the scheduler is older than this command.");
        }
    }

    private static Finding open(DeadLetterGroups open, Group largest) {
        String causes = open.groups().size() == 1 ? " cause" : " causes";
        return Finding.problem(
                DEAD_LETTERS,
                open.total() + " open, of " + open.groups().size() + causes + ". The most frequent, " + largest.count()
                        + " times: " + largest.code() + ": " + largest.example().reason(),
                "See ./square-sync dead-letters list --by-cause; when the cause is gone:"
                        + " ./square-sync dead-letters replay --code " + largest.code());
    }
}
