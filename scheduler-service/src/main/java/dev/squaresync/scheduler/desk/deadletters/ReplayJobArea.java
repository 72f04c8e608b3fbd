package dev.squaresync.scheduler.desk.deadletters;

import dev.squaresync.scheduler.deadletter.ReplayJob;
import dev.squaresync.scheduler.deadletter.ReplayJobs;
import dev.squaresync.scheduler.desk.NoSuchThing;
import dev.squaresync.scheduler.desk.live.LiveView;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How far a replay of many has come. */
@Component
class ReplayJobArea implements LiveView {

    private final ReplayJobs jobs;

    ReplayJobArea(ReplayJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "replay-job";
    }

    @Override
    public String template() {
        return "desk/replay-job-area";
    }

    @Override
    public Map<String, Object> model(Map<String, String> parameters) {
        String id = parameters.getOrDefault("id", "");
        ReplayJob job = find(id).orElseThrow(() -> new NoSuchThing("There is no replay " + id + "."));
        return Map.of("job", job, "phase", job.done() ? "ended" : "active");
    }

    private Optional<ReplayJob> find(String id) {
        try {
            return jobs.find(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
