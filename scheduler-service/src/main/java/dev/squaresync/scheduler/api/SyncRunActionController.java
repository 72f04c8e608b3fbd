package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.run.RunCanceller;
import dev.squaresync.scheduler.schedule.OnDemand;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Runs: ask for one, cancel it, repeat it. */
@RestController
@RequestMapping("/api/sync-runs")
class SyncRunActionController {

    private final RunCanceller canceller;
    private final OnDemand onDemand;
    private final SyncRunRequests requests;
    private final RunAnswers answers;

    SyncRunActionController(RunCanceller canceller, OnDemand onDemand, SyncRunRequests requests, RunAnswers answers) {
        this.canceller = canceller;
        this.onDemand = onDemand;
        this.requests = requests;
        this.answers = answers;
    }

    @PostMapping
    ResponseEntity<RunBody> start(
            @RequestBody(required = false) @Nullable SyncRunRequest request,
            @RequestHeader(name = IdempotencyKeyHeader.NAME, required = false) @Nullable String key,
            Principal principal) {
        SyncRunRequest asked = request == null ? SyncRunRequest.EVERYTHING_AS_SCHEDULED : request;
        String caller = principal.getName();
        return answers.started(requests.read(asked, caller), key, caller, "run " + asked);
    }

    @PostMapping("/{id}/cancel")
    RunBody cancel(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable CancelRequest request,
            Principal principal) {
        CancelRequest asked = request == null ? CancelRequest.WITHOUT_REASON : request;
        UUID runId = RunAnswers.id(id);
        if (!canceller.cancel(runId, principal.getName(), asked.readReason())) {
            throw RunAnswers.noSuchRun(id);
        }
        return answers.run(runId);
    }

    /** Starts a run of the same data types that goes as far back. */
    @PostMapping("/{id}/repeat")
    ResponseEntity<RunBody> repeat(
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKeyHeader.NAME, required = false) @Nullable String key,
            Principal principal) {
        String caller = principal.getName();
        UUID runId = RunAnswers.id(id);
        NewRun repetition = onDemand.repeat(runId, caller).orElseThrow(() -> RunAnswers.noSuchRun(id));
        return answers.started(repetition, key, caller, "repeat " + runId);
    }
}
