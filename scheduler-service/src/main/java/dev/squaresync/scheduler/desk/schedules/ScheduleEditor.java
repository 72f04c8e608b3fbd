package dev.squaresync.scheduler.desk.schedules;

import dev.squaresync.scheduler.desk.Flash;
import dev.squaresync.scheduler.desk.ShopWords;
import dev.squaresync.scheduler.schedule.InvalidSchedule;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes a schedule, and shows beforehand what it would be. */
@Controller
class ScheduleEditor {

    private final Schedules schedules;
    private final ShopWords shop;

    ScheduleEditor(Schedules schedules, ShopWords shop) {
        this.schedules = schedules;
        this.shop = shop;
    }

    @GetMapping("/schedules/{dataType}")
    String edit(@PathVariable String dataType, Model model) {
        Schedule schedule = schedule(dataType);
        return page(schedule, ScheduleForm.of(schedule), model);
    }

    /** Part of the page: what the typed schedule would be. */
    @GetMapping("/schedules/{dataType}/preview")
    String preview(
            @PathVariable String dataType,
            @RequestParam(required = false) @Nullable String cron,
            @RequestParam(required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String lookback,
            Model model) {
        Schedule schedule = schedule(dataType);
        preview(schedule, ScheduleForm.typed(schedule, cron, timeZone, mode, lookback), model);
        return "desk/schedule-preview";
    }

    @PostMapping("/schedules/{dataType}")
    String change(
            @PathVariable String dataType,
            @RequestParam(required = false) @Nullable String cron,
            @RequestParam(required = false) @Nullable String timeZone,
            @RequestParam(required = false) @Nullable String mode,
            @RequestParam(required = false) @Nullable String lookback,
            Principal who,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Schedule schedule = schedule(dataType);
        ScheduleForm form = ScheduleForm.typed(schedule, cron, timeZone, mode, lookback);
        try {
            change(schedule, form, who.getName()).addTo(redirect);
            return "redirect:/schedules";
        } catch (InvalidSchedule e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(schedule, form, model);
        }
    }

    private Flash change(Schedule schedule, ScheduleForm form, String who) {
        if (form.changesNothing(schedule)) {
            return Flash.done("Nothing was changed: the schedule of " + schedule.dataType() + " is as it was.");
        }
        Schedule changed = schedules
                .change(schedule.dataType(), form.change(schedule).of(schedule), who)
                .orElseThrow(
                        () -> SchedulesController.noSchedule(schedule.dataType().name()));
        return Flash.done("Saved. " + changed.dataType() + " is due next at " + shop.time(changed.nextDueAt()) + ".");
    }

    private String page(Schedule schedule, ScheduleForm form, Model model) {
        preview(schedule, form, model);
        model.addAttribute("line", ScheduleLine.of(schedule, null, shop));
        model.addAttribute("form", form);
        model.addAttribute("timeZones", timeZones());
        return "desk/schedule";
    }

    /** Sets {@code preview}, or {@code problem} and the field that it is about. */
    private void preview(Schedule schedule, ScheduleForm form, Model model) {
        try {
            schedules
                    .preview(schedule.dataType(), form.change(schedule).of(schedule))
                    .ifPresent(changed -> model.addAttribute("preview", ScheduleLine.of(changed, null, shop)));
        } catch (InvalidSchedule e) {
            model.addAttribute("problem", String.valueOf(e.getMessage()));
            model.addAttribute("problemField", e.field());
        }
    }

    private Schedule schedule(String dataType) {
        return schedules.find(dataType).orElseThrow(() -> SchedulesController.noSchedule(dataType));
    }

    /** Those that are called by a place. */
    private static List<String> timeZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC")
                        || zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
