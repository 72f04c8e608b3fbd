package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.NotThere;
import dev.squaresync.scheduler.deadletter.ReplayJob;
import dev.squaresync.scheduler.deadletter.ReplayJobs;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far replays of many dead letters have come. */
@RestController
class ReplayJobController {

    private final ReplayJobs jobs;

    ReplayJobController(ReplayJobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping("/api/replay-jobs/{id}")
    ReplayJob one(@PathVariable String id) {
        return find(id).orElseThrow(() -> new NotThere("There is no replay job " + id + "."));
    }

    private Optional<ReplayJob> find(String id) {
        try {
            return jobs.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
