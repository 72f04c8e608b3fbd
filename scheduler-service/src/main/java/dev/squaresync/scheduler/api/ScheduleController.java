package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import java.security.Principal;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schedules: look at them, change, pause, run one now. */
@RestController
@RequestMapping("/api/schedules")
class ScheduleController {

    private final Schedules schedules;
    private final SyncRunController runs;

    ScheduleController(Schedules schedules, SyncRunController runs) {
        this.schedules = schedules;
        this.runs = runs;
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

    /** Starts a run of this data type now, as its schedule says; when it is due next stays as it is. */
    @PostMapping("/{dataType}/trigger")
    ResponseEntity<RunBody> trigger(@PathVariable String dataType, Principal principal) {
        String name = schedule(dataType).dataType().name();
        return runs.start(new SyncRunRequest(List.of(name), null, null, null, null), principal);
    }

    private Schedule schedule(String dataType) {
        return schedules.find(dataType).orElseThrow(() -> noSchedule(dataType));
    }

    private static NotThere noSchedule(String dataType) {
        return new NotThere("There is no schedule of '" + dataType + "'.");
    }
}
