package dev.squaresync.scheduler.api;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.api.problem.NotThere;
import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.schedule.OnDemand;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schedules: look at them, change, pause, run one now. */
@RestController
@RequestMapping("/api/schedules")
class ScheduleController {

    private final Schedules schedules;
    private final OnDemand onDemand;
    private final RunAnswers answers;

    ScheduleController(Schedules schedules, OnDemand onDemand, RunAnswers answers) {
        this.schedules = schedules;
        this.onDemand = onDemand;
        this.answers = answers;
    }

    @GetMapping
    List<ScheduleBody> all() {
        return schedules.all().stream().map(ScheduleBody::of).toList();
    }

    @GetMapping("/{dataType}")
    ScheduleBody one(@PathVariable String dataType) {
        return ScheduleBody.of(schedule(dataType));
    }

    @PatchMapping("/{dataType}")
    ScheduleBody change(@PathVariable String dataType, @RequestBody SchedulePatch patch, Principal principal) {
        Schedule schedule = schedule(dataType);
        return schedules
                .change(schedule.dataType(), patch.change(schedule), principal.getName())
                .map(ScheduleBody::of)
                .orElseThrow(() -> noSchedule(dataType));
    }

    /** What the schedule would be after a change; nothing is changed. */
    @PostMapping("/{dataType}/preview")
    ScheduleBody preview(@PathVariable String dataType, @RequestBody SchedulePatch patch) {
        Schedule schedule = schedule(dataType);
        return schedules
                .preview(schedule.dataType(), patch.change(schedule))
                .map(ScheduleBody::of)
                .orElseThrow(() -> noSchedule(dataType));
    }

    /** Starts a run of this data type now, as its schedule says; when it is due next stays as it is. */
    @PostMapping("/{dataType}/trigger")
    ResponseEntity<RunBody> trigger(
            @PathVariable String dataType,
            @RequestHeader(name = IdempotencyKeyHeader.NAME, required = false) @Nullable String key,
            Principal principal) {
        DataType triggered = schedule(dataType).dataType();
        String caller = principal.getName();
        NewRun run = onDemand.of(List.of(triggered), caller, Reach.AS_SCHEDULED, false);
        return answers.started(run, key, caller, "trigger " + triggered);
    }

    private Schedule schedule(String dataType) {
        return schedules.find(dataType).orElseThrow(() -> noSchedule(dataType));
    }

    private static NotThere noSchedule(String dataType) {
        return new NotThere("There is no schedule of '" + dataType + "'.");
    }
}
