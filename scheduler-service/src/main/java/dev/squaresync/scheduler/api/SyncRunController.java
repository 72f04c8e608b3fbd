package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.run.RunCanceller;
import dev.squaresync.scheduler.run.RunFilter;
import dev.squaresync.scheduler.run.RunReports;
import dev.squaresync.scheduler.run.RunStarter;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs: ask for one, look at them. */
@RestController
@RequestMapping("/api/sync-runs")
class SyncRunController {

    private final RunStarter starter;
    private final RunCanceller canceller;
    private final RunReports reports;
    private final SyncRunRequests requests;

    SyncRunController(RunStarter starter, RunCanceller canceller, RunReports reports, SyncRunRequests requests) {
        this.starter = starter;
        this.canceller = canceller;
        this.reports = reports;
        this.requests = requests;
    }

    @PostMapping
    ResponseEntity<RunBody> start(
            @RequestBody(required = false) @Nullable SyncRunRequest request, Principal principal) {
        SyncRunRequest asked = request == null ? SyncRunRequest.EVERYTHING_AS_SCHEDULED : request;
        return accepted(starter.start(requests.read(asked, principal.getName())));
    }

    @GetMapping
    List<RunBody> newest(
            @RequestParam(defaultValue = "20") String limit, @RequestParam(required = false) @Nullable String before) {
        return reports.page(RunFilter.ANY, PageSize.of(limit), before == null ? null : id(before)).runs().stream()
                .map(RunBody::of)
                .toList();
    }

    @GetMapping("/{id}")
    RunBody one(@PathVariable String id) {
        return run(id(id));
    }

    @PostMapping("/{id}/cancel")
    RunBody cancel(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable CancelRequest request,
            Principal principal) {
        CancelRequest asked = request == null ? CancelRequest.WITHOUT_REASON : request;
        UUID runId = id(id);
        if (!canceller.cancel(runId, principal.getName(), asked.readReason())) {
            throw noSuchRun(id);
        }
        return run(runId);
    }

    ResponseEntity<RunBody> accepted(UUID runId) {
        return ResponseEntity.accepted().location(RunBody.address(runId)).body(run(runId));
    }

    private RunBody run(UUID runId) {
        return reports.find(runId).map(RunBody::of).orElseThrow(() -> noSuchRun(runId.toString()));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw noSuchRun(text);
        }
    }

    private static NotThere noSuchRun(String id) {
        return new NotThere("There is no run " + id + ".");
    }
}
