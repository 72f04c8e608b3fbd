package dev.squaresync.scheduler.desk.schedules;

import dev.squaresync.scheduler.desk.Flash;
import dev.squaresync.scheduler.desk.NoSuchThing;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.ScheduleChange;
import dev.squaresync.scheduler.schedule.Schedules;
import java.security.Principal;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All schedules: look at them, pause and resume them. */
@Controller
class SchedulesController {

    private final SchedulesAreas areas;
    private final Schedules schedules;

    SchedulesController(SchedulesAreas areas, Schedules schedules) {
        this.areas = areas;
        this.schedules = schedules;
    }

    @GetMapping("/schedules")
    String schedules(Model model) {
        model.addAllAttributes(areas.model(Map.of()));
        return "desk/schedules";
    }

    @PostMapping("/schedules/{dataType}/pause")
    String pause(@PathVariable String dataType, Principal who, RedirectAttributes redirect) {
        setPaused(dataType, true, who);
        Flash.done(dataType + " is paused: nothing of it is synced until somebody resumes it or asks for a run.")
                .addTo(redirect);
        return "redirect:/schedules";
    }

    @PostMapping("/schedules/{dataType}/resume")
    String resume(@PathVariable String dataType, Principal who, RedirectAttributes redirect) {
        setPaused(dataType, false, who);
        Flash.done(dataType + " is synced again by its schedule.").addTo(redirect);
        return "redirect:/schedules";
    }

    private void setPaused(String dataType, boolean paused, Principal who) {
        Schedule schedule = schedules.find(dataType).orElseThrow(() -> noSchedule(dataType));
        schedules.change(schedule.dataType(), new ScheduleChange(null, null, paused, null, null), who.getName());
    }

    static NoSuchThing noSchedule(String dataType) {
        return new NoSuchThing("There is no schedule of '" + dataType + "'.");
    }
}
