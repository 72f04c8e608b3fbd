package dev.squaresync.scheduler.desk.system;

import dev.squaresync.scheduler.dependency.DependencyReports;
import dev.squaresync.scheduler.desk.live.LiveView;
import dev.squaresync.scheduler.notice.Notices;
import dev.squaresync.scheduler.worker.Workers;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What of the system stays up to date: all of it. */
@Component
class SystemArea implements LiveView {

    private static final int NOTICES = 20;

    private final Workers workers;
    private final DependencyReports dependencies;
    private final Notices notices;
    private final Clock clock;

    SystemArea(Workers workers, DependencyReports dependencies, Notices notices, Clock clock) {
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
        return Map.of(
                "workers",
                workers.all().stream().map(worker -> WorkerLine.of(worker, now)).toList(),
                "dependencies",
                dependencies.all(),
                "notices",
                notices.latest(NOTICES));
    }
}
