package dev.squaresync.scheduler.desk.system;

import dev.squaresync.scheduler.broker.Queues;
import dev.squaresync.scheduler.broker.QueuesReport;
import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.desk.live.LiveView;
import dev.squaresync.scheduler.notice.Notices;
import dev.squaresync.scheduler.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What of the system stays up to date: all of it. */
@Component
class SystemArea implements LiveView {

    private static final int NOTICES = 20;

    private final Queues queues;
    private final Workers workers;
    private final DependencyReports dependencies;
    private final Notices notices;
    private final Clock clock;

    SystemArea(Queues queues, Workers workers, DependencyReports dependencies, Notices notices, Clock clock) {
        this.queues = queues;
        this.workers = workers;
        this.dependencies = dependencies;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "system";
    }

    @Override
    public String template() {
        return "desk/system-areas";
    }

    @Override
    public Map<String, Object> model(Map<String, String> parameters) {
        Instant now = clock.instant();
        QueuesReport report = queues.all();
        return Map.of(
                "queues",
                QueueLine.of(report.queues()),
                "queuesProblem",
                Objects.requireNonNullElse(report.problem(), ""),
                "workers",
                workers.all().stream().map(worker -> WorkerLine.of(worker, now)).toList(),
                "dependencies",
                dependencies.all(),
                "notices",
                notices.latest(NOTICES));
    }
}
