package dev.squaresync.scheduler.desk.runs;

import dev.squaresync.message.DataType;
import dev.squaresync.scheduler.coverage.Reach;
import dev.squaresync.scheduler.coverage.StreamPolicy;
import dev.squaresync.scheduler.desk.Flash;
import dev.squaresync.scheduler.desk.NoSuchThing;
import dev.squaresync.scheduler.run.ActiveStream;
import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.run.RunActive;
import dev.squaresync.scheduler.run.RunReport;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.RunStarter;
import dev.squaresync.scheduler.run.StreamReport;
import dev.squaresync.scheduler.run.SyncRun;
import dev.squaresync.scheduler.run.Trigger;
import dev.squaresync.scheduler.schedule.Schedule;
import dev.squaresync.scheduler.schedule.Schedules;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Starts runs: one data type, all, or what an earlier run has done. */
@Controller
class NewRunController {

    private final RunStarter starter;
    private final RunReports reports;
    private final Schedules schedules;

    NewRunController(RunStarter starter, RunReports reports, Schedules schedules) {
        this.starter = starter;
        this.reports = reports;
        this.schedules = schedules;
    }

    /**
     * @param dataType null: all
     * @param reach {@code full}: the whole history; else as the schedules say
     */
    @PostMapping("/runs")
    String start(
            @RequestParam(required = false) @Nullable String dataType,
            @RequestParam(required = false) @Nullable String reach,
            Principal who,
            RedirectAttributes redirect) {
        List<StreamPolicy> policies = policies(name -> dataType == null || dataType.equals(name.name()));
        return start(policies, "full".equals(reach) ? Reach.WHOLE_HISTORY : Reach.AS_SCHEDULED, who, "/", redirect);
    }

    @PostMapping("/runs/{id}/repeat")
    String repeat(@PathVariable UUID id, Principal who, RedirectAttributes redirect) {
        RunReport report = reports.find(id).orElseThrow(() -> new NoSuchThing("There is no run " + id + "."));
        List<DataType> dataTypes =
                report.streams().stream().map(StreamReport::dataType).toList();
        return start(policies(dataTypes::contains), reach(report.run()), who, "/runs/" + id, redirect);
    }

    private String start(
            List<StreamPolicy> policies, Reach reach, Principal who, String refused, RedirectAttributes redirect) {
        if (policies.isEmpty()) {
            throw new NoSuchThing("There is no such data type.");
        }
        try {
            UUID id = starter.start(NewRun.sync(Trigger.REQUEST, who.getName(), policies, reach, false));
            Flash.done("The run is requested. This page follows it.").addTo(redirect);
            return "redirect:/runs/" + id;
        } catch (RunActive e) {
            inTheWay(e).addTo(redirect);
            return "redirect:" + refused;
        }
    }

    private static Flash inTheWay(RunActive e) {
        String names = e.streams().stream()
                .map(stream -> stream.dataType().name())
                .distinct()
                .collect(Collectors.joining(", "));
        ActiveStream first = e.streams().get(0);
        return Flash.refused("No new run was started: " + names + (e.streams().size() == 1 ? " is" : " are")
                        + " being synced already.")
                .withLink("/runs/" + first.runId(), "See the running run");
    }

    private List<StreamPolicy> policies(Predicate<DataType> wanted) {
        return schedules.all().stream()
                .filter(schedule -> wanted.test(schedule.dataType()))
                .map(Schedule::policy)
                .toList();
    }

    private static Reach reach(SyncRun run) {
        Instant since = run.since();
        if (run.full()) {
            return Reach.WHOLE_HISTORY;
        }
        return since == null ? Reach.AS_SCHEDULED : Reach.since(since);
    }
}
