package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.broker.Queues;
import dev.squaresync.scheduler.broker.QueuesReport;
import dev.squaresync.scheduler.notice.Notice;
import dev.squaresync.scheduler.notice.Notices;
import dev.squaresync.scheduler.status.Status;
import dev.squaresync.scheduler.worker.Worker;
import dev.squaresync.scheduler.worker.Workers;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the sync is made of, and how its parts are. */
@RestController
class SystemController {

    private static final int SHOWN_NOTICES = 20;

    private final Queues queues;
    private final Workers workers;
    private final Status status;
    private final Notices notices;

    SystemController(Queues queues, Workers workers, Status status, Notices notices) {
        this.queues = queues;
        this.workers = workers;
        this.status = status;
        this.notices = notices;
    }

    /**
     * @param dependencies what a service needs and cannot reach now
     * @param notices the last mails and the like, the newest first
     */
    record SystemBody(
            QueuesReport broker,
            List<Worker> workers,
            List<StatusBody.DependencyStatus> dependencies,
            List<Notice> notices) {}

    @GetMapping("/api/system")
    SystemBody system() {
        return new SystemBody(
                queues.all(),
                workers.all(),
                status.now().down().stream()
                        .map(StatusBody.DependencyStatus::of)
                        .toList(),
                notices.latest(SHOWN_NOTICES));
    }
}
