package dev.squaresync.cli.command;

import dev.squaresync.cli.doctor.Finding;
import dev.squaresync.cli.doctor.Level;
import dev.squaresync.cli.output.DoctorView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = {
            "Examine the live system and say what to do: services, dependencies, dead letters, RabbitMQ and its queues,"
                    + " PostgreSQL, what must always hold, and what the access token may read at Square.",
            "It changes nothing. What it looks at comes from the environment or .env (SCHEDULER_URL,"
                    + " SCHEDULER_MANAGEMENT_URL, API_TOKEN, DATABASE_URL, RABBITMQ_MANAGEMENT_URL, RABBITMQ_URL, SQUARE_ACCESS_TOKEN), else from what"
                    + " ./square-sync up has started here."
        })
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private final CommonOptions options = new CommonOptions();

    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DoctorView view = session.doctorView();
        List<Finding> findings = new ArrayList<>();
        session.doctor(options).examine(finding -> {
            findings.add(finding);
            if (!options.json()) {
                view.finding(finding);
            }
        });
        if (options.json()) {
            view.document(findings);
        } else {
            view.summary(findings);
        }
        return exitCode(findings);
    }

    private static int exitCode(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.level() == Level.PROBLEM)) {
            return ExitCode.FAILED;
        }
        return findings.stream().anyMatch(finding -> finding.level() == Level.WARNING)
                ? ExitCode.PARTIAL
                : ExitCode.DONE;
    }
}
