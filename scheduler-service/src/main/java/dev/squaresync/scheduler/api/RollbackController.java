package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.NotThere;
import dev.squaresync.scheduler.run.Rollback;
import dev.squaresync.scheduler.run.RollbackStarter;
import dev.squaresync.scheduler.run.RollbackTable;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Undo what a run did, and see what came of it. */
@RestController
@RequestMapping("/api/sync-runs/{id}/rollback")
class RollbackController {

    private final RollbackStarter starter;
    private final RollbackTable rollbacks;
    private final RunAnswers answers;

    RollbackController(RollbackStarter starter, RollbackTable rollbacks, RunAnswers answers) {
        this.starter = starter;
        this.rollbacks = rollbacks;
        this.answers = answers;
    }

    @PostMapping
    ResponseEntity<RunBody> rollBack(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable RollbackRequest request,
            @RequestHeader(name = IdempotencyKeyHeader.NAME, required = false) @Nullable String key,
            Principal principal) {
        boolean dryRun = (request == null ? RollbackRequest.FOR_REAL : request).isDry();
        String caller = principal.getName();
        UUID ofRunId = RunAnswers.id(id);
        return answers.started(
                () -> starter.start(ofRunId, dryRun, caller).orElseThrow(() -> RunAnswers.noSuchRun(id)),
                key,
                caller,
                (dryRun ? "try to roll back " : "roll back ") + ofRunId);
    }

    @GetMapping
    Rollback result(@PathVariable String id) {
        return rollbacks.find(RunAnswers.id(id)).orElseThrow(() -> new NotThere("There is no roll-back " + id + "."));
    }
}
