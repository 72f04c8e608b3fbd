package dev.squaresync.cli.api;

import static dev.squaresync.cli.api.SchedulerHttp.encoded;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * The scheduler's REST API. Every method throws {@link Unreachable} if there is no answer, and {@link Refused} if the answer is
 * no.
 */
public final class SchedulerApi {

    private final SchedulerHttp http;

    /**
     * @param scheduler the address, ending in a slash
     * @param token the bearer token
     * @param advice what to do if nothing is at the address, a sentence
     */
    public SchedulerApi(URI scheduler, String token, String advice) {
        this.http = new SchedulerHttp(scheduler, token, advice);
    }

    public DeadLetterApi deadLetters() {
        return new DeadLetterApi(http);
    }

    public AccessApi access() {
        return new AccessApi(http);
    }

    public Answer<Run> request(RunRequest request) {
        return http.start("api/sync-runs", request, new TypeReference<Run>() {});
    }

    /** Starts a run that compares the mirror with Square. */
    public Answer<Run> verify(VerificationRequest request) {
        return http.start("api/verifications", request, new TypeReference<Run>() {});
    }

    public Answer<Run> run(String id) {
        return http.get("api/sync-runs/" + encoded(id), new TypeReference<Run>() {});
    }

    /** The newest runs first. */
    public Answer<List<Run>> runs(int limit) {
        return http.get("api/sync-runs?limit=" + limit, new TypeReference<List<Run>>() {});
    }

    /** @param reason null: none is given */
    public Answer<Run> cancel(String id, @Nullable String reason) {
        return http.post(
                "api/sync-runs/" + encoded(id) + "/cancel",
                reason == null ? Collections.emptyMap() : Collections.singletonMap("reason", reason),
                new TypeReference<Run>() {});
    }

    /** Starts a run that undoes another. */
    public Answer<Run> rollBack(String id, boolean dryRun) {
        return http.start(
                "api/sync-runs/" + encoded(id) + "/rollback",
                Collections.singletonMap("dryRun", dryRun),
                new TypeReference<Run>() {});
    }

    /** What a run that undoes another has done. */
    public Answer<Rollback> rollback(String id) {
        return http.get("api/sync-runs/" + encoded(id) + "/rollback", new TypeReference<Rollback>() {});
    }

    /** Has something said by every channel. */
    public Answer<TestNotice> testNotices() {
        return http.post("api/notices/test", Collections.emptyMap(), new TypeReference<TestNotice>() {});
    }

    public Answer<Notices> notices() {
        return http.get("api/system", new TypeReference<Notices>() {});
    }

    public Answer<Status> status() {
        return http.get("api/status", new TypeReference<Status>() {});
    }

    public Answer<List<Schedule>> schedules() {
        return http.get("api/schedules", new TypeReference<List<Schedule>>() {});
    }

    public Answer<Schedule> change(String dataType, ScheduleChange change) {
        return http.patch("api/schedules/" + encoded(dataType), change, new TypeReference<Schedule>() {});
    }

    /** Starts a run of this data type as its schedule says. */
    public Answer<Run> trigger(String dataType) {
        return http.start("api/schedules/" + encoded(dataType) + "/trigger", null, new TypeReference<Run>() {});
    }

    /**
     * What people and programs have done, the newest first.
     *
     * @param before the id of an entry: only older ones; null: from the newest on
     */
    public Answer<Audit> audit(int limit, @Nullable String before) {
        String older = before == null ? "" : "&before=" + encoded(before);
        return http.get("api/audit?limit=" + limit + older, new TypeReference<Audit>() {});
    }
}
