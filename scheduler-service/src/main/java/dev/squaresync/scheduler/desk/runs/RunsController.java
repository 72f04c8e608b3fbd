package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.RunKind;
import dev.squaresync.message.RunState;
import dev.squaresync.scheduler.run.Trigger;
import dev.squaresync.scheduler.schedule.Schedules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of runs. */
@Controller
class RunsController {

    private final RunsAreas areas;
    private final Schedules schedules;

    RunsController(RunsAreas areas, Schedules schedules) {
        this.areas = areas;
        this.schedules = schedules;
    }

    @GetMapping("/runs")
    String runs(@RequestParam Map<String, String> parameters, Model model) {
        model.addAllAttributes(areas.model(parameters));
        model.addAttribute(
                "dataTypes",
                schedules.all().stream()
                        .map(schedule -> schedule.dataType().name())
                        .toList());
        model.addAttribute("states", List.of(RunState.values()));
        model.addAttribute("kinds", List.of(RunKind.values()));
        model.addAttribute("triggers", List.of(Trigger.values()));
        return "desk/runs";
    }
}
