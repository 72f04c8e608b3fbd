package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.run.Retries;
import dev.squaresync.scheduler.run.Retry;
import dev.squaresync.scheduler.run.RunPage;
import dev.squaresync.scheduler.run.RunReports;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs: look at them. */
@RestController
@RequestMapping("/api/sync-runs")
class SyncRunController {

    private final RunReports reports;
    private final RunFilters filters;
    private final Retries retries;
    private final RunAnswers answers;

    SyncRunController(RunReports reports, RunFilters filters, Retries retries, RunAnswers answers) {
        this.reports = reports;
        this.filters = filters;
        this.retries = retries;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<List<RunBody>> newest(
            @ModelAttribute RunQuery query,
            @RequestParam(defaultValue = "20") String limit,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request) {
        RunPage page = reports.page(filters.of(query), PageSize.of(limit), Cursor.uuid(before));
        return ResponseEntity.ok()
                .headers(Cursor.next(request, page.next()))
                .body(page.runs().stream().map(RunBody::of).toList());
    }

    @GetMapping("/{id}")
    RunBody one(@PathVariable String id) {
        return answers.run(RunAnswers.id(id));
    }

    /** What had to be tried again, the newest first. */
    @GetMapping("/{id}/retries")
    List<Retry> retries(@PathVariable String id, @RequestParam(defaultValue = "50") String limit) {
        int size = PageSize.of(limit);
        return retries.latest(answers.run(RunAnswers.id(id)).id(), size);
    }
}
