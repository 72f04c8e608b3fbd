package dev.squaresync.scheduler.api;

import dev.squaresync.scheduler.api.problem.NotThere;
import dev.squaresync.scheduler.idempotency.OnceOnly;
import dev.squaresync.scheduler.idempotency.RequestKey;
import dev.squaresync.scheduler.idempotency.StartedRun;
import dev.squaresync.scheduler.run.NewRun;
import dev.squaresync.scheduler.run.RunReports;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Starts runs and answers with them. */
@Component
class RunAnswers {

    private final OnceOnly starts;
    private final RunReports reports;

    RunAnswers(OnceOnly starts, RunReports reports) {
        this.starts = starts;
        this.reports = reports;
    }

    /**
     * Starts a run, or answers with the one that the same request has started before.
     *
     * @param key as it came; null: the sender did not care
     * @param caller who sent it
     * @param asked what was asked, in words that are the same for the same request only
     */
    ResponseEntity<RunBody> started(NewRun run, @Nullable String key, String caller, String asked) {
        return answer(starts.start(run, requestKey(key, caller, asked)));
    }

    /**
     * As {@link #started(NewRun, String, String, String)}, for a run that is started in another way.
     *
     * @param start starts it and returns its id
     */
    ResponseEntity<RunBody> started(Supplier<UUID> start, @Nullable String key, String caller, String asked) {
        return answer(starts.start(start, requestKey(key, caller, asked)));
    }

    private static @Nullable RequestKey requestKey(@Nullable String key, String caller, String asked) {
        String value = IdempotencyKeyHeader.read(key);
        return value == null ? null : new RequestKey(caller, value, asked);
    }

    private ResponseEntity<RunBody> answer(StartedRun started) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.accepted().location(RunBody.address(started.runId()));
        if (started.before()) {
            answer.header(IdempotencyKeyHeader.REPLAY, "true");
        }
        return answer.body(run(started.runId()));
    }

    RunBody run(UUID runId) {
        return reports.find(runId).map(RunBody::of).orElseThrow(() -> noSuchRun(runId.toString()));
    }

    /** Reads an id in a path; one that cannot be an id is simply not there. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw noSuchRun(text);
        }
    }

    static NotThere noSuchRun(String id) {
        return new NotThere("There is no run " + id + ".");
    }
}
